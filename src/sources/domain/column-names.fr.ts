/** What a column of a file of cases is for. */
export const COLUMN_ROLES = ['id', 'opened', 'closed', 'status', 'outcome', 'place', 'category'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/**
 * How landlords' programs and cities name their columns, folded (no case, no accent); the first pattern that some header
 * answers decides, so that «Date de clôture» wins over «Clôturé par».
 */
export const COLUMN_NAMES: Readonly<Record<ColumnRole, readonly RegExp[]>> = {
  id: [
    /^(?:n|no|num|numero|ref|reference|id|identifiant|code)(?: (?:de )?(?:la |du |l )?(?:demande|dossier|reclamation|sollicitation|affaire|intervention|ticket|signalement|sinistre|di|rec))?$/,
    /\b(?:demande|dossier|reclamation|affaire|ticket|case|request|service request) (?:id|number|no|num|n)\b/,
    /^(?:unique key|sr number|id ?\w*|\w+ id)$/,
  ],
  opened: [
    /^date (?:de |d )?(?:la )?(?:creation|ouverture|enregistrement|reception|saisie|depot|declaration|signalement|demande|reclamation)\b/,
    /^(?:cree\w*|ouvert\w*|depose\w*|enregistre\w*|recu\w*|signale\w*|saisi\w*) le$/,
    /^(?:dt|date|d) (?:crea\w*|ouv\w*|rec\w*|dem\w*|sais\w*|enr\w*)$/,
    /\b(?:open|opened|created|creation|requested|submitted|received)[ _]?(?:date|datetime|dt|on|at)?$/,
    /^(?:ouverture|creation|reception|depot)$/,
  ],
  closed: [
    /^date (?:de |d )?(?:la )?(?:cloture|fermeture|fin|solde|realisation|resolution|traitement|cloture reelle|fin reelle)\b/,
    /^(?:clos\w*|cloture\w*|ferme\w*|solde\w*|termine\w*|realise\w*|traite\w*) le$/,
    /^(?:dt|date|d) (?:clot\w*|ferm\w*|fin|sold\w*|real\w*)$/,
    /\b(?:close|closed|completion|completed|resolved|resolution)[ _]?(?:date|datetime|dt|on|at)$/,
    /^(?:cloture|fermeture)$/,
  ],
  status: [/^(?:statut|etat|status|state|avancement)$/, /^(?:statut|etat)\b/, /\bstatus$/],
  outcome: [
    /^motif (?:de |d )?(?:la )?(?:cloture|fermeture|fin|solde|refus|rejet)\b/,
    /^(?:resultat|issue|suite donnee|suites? donnees?|motif|conclusion)$/,
    /\b(?:closure|close|resolution) (?:reason|code|type)$/,
  ],
  place: [
    /^(?:residence|ensemble|groupe|programme|site|batiment|immeuble|patrimoine)\b/,
    /^(?:nom|libelle) (?:de |du |de la |d )?(?:residence|ensemble|groupe|programme|site|batiment|immeuble)\b/,
    /^(?:quartier|secteur|agence|commune|ville|neighborhood|ward|district|borough)\b/,
  ],
  category: [
    /^(?:nature|categorie|famille|type|objet|corps d etat|theme|domaine)(?: (?:de |d )?(?:la |l )?(?:demande|reclamation|intervention|travaux|technique|panne|desordre|probleme))?$/,
    /^(?:desordres?|equipement|metier)$/,
    /\b(?:topic|category|complaint type|service name|type of service request|nature)\b/,
  ],
}

/** Words that name a column of dates as well as one of yes and no: believed where the column holds dates. */
export const DATED_NAMES: Readonly<Partial<Record<ColumnRole, RegExp>>> = {
  opened: /^(?:cree\w*|ouvert\w*|depose\w*|enregistre\w*|recu\w*|signale\w*|debut)$/,
  closed: /^(?:clos\w*|cloture\w*|ferme\w*|solde\w*|termine\w*|realise\w*|fin)$/,
}

const quoted = (header: string): string => `«\u202f${header}\u202f»`

/** How a suggestion says where it comes from. */
export const SUGGESTED = {
  preset: (name: string): string => `le fichier a les colonnes de ${name}`,
  header: (header: string): string => `la colonne s’appelle ${quoted(header)}`,
  values: 'les valeurs le disent',
  usualZone: 'l’heure de Paris, à moins que le fichier ne vienne d’ailleurs',
} as const
