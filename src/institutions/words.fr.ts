/** What each organisation is called. */
export const institutionWords: Readonly<Record<string, string>> = {
  union: 'Union de locataires',
  federation: 'Fédération',
  institute: 'Institut',
  landlord: 'Bailleur',
  authority: 'Collectivité',
  research_team: 'Équipe de recherche',
}

export const spaceKindWords: Readonly<Record<string, string>> = {
  union: 'Union',
  desk: 'Guichet',
  programme: 'Programme',
  research: 'Recherche',
  public: 'Public',
}

type CircleWords = { readonly name: string; readonly may: string }

const ADMINISTRATOR: CircleWords = {
  name: 'Administration',
  may: 'Ouvre et ferme les accès, règle l’espace, relit le journal. Ne lit pas les contenus, sauf par un autre cercle.',
}

/** The circles of each kind of space, and what each may do. */
export const circleWords: Readonly<Record<string, Readonly<Record<string, CircleWords>>>> = {
  union: {
    organiser: {
      name: 'Organisation',
      may: 'Connaît les lieux et les personnes, prépare les demandes, réunit les fiches en double.',
    },
    steward: { name: 'Référent·e', may: 'Connaît les lieux et les personnes, prépare les demandes.' },
    canvasser: { name: 'Porte-à-porte', may: 'Note les portes et les personnes rencontrées.' },
    treasurer: { name: 'Trésorerie', may: 'Tient la caisse. Ne lit pas les fiches des personnes.' },
    officer: {
      name: 'Bureau',
      may: 'Décide de ce qui sort de l’union, et efface une personne qui le demande.',
    },
    administrator: ADMINISTRATOR,
  },
  desk: {
    contact: { name: 'Contact', may: 'Lit ce qui est adressé au guichet et prépare les réponses.' },
    data_officer: { name: 'Données', may: 'Prépare les fichiers du guichet et en répond.' },
    decision_owner: {
      name: 'Décision',
      may: 'Décide de ce qui sort du guichet\u202f: réponses, engagements.',
    },
    administrator: ADMINISTRATOR,
  },
  programme: {
    lead: { name: 'Conduite', may: 'Conduit le programme et décide de ce qui en sort.' },
    assistant: { name: 'Appui', may: 'Prépare les calendriers, les comptes rendus et les courriers.' },
    participant: { name: 'Participation', may: 'Prend part aux rencontres.' },
    examiner: { name: 'Examen', may: 'Examine les candidatures.' },
    administrator: ADMINISTRATOR,
  },
  research: {
    researcher: { name: 'Recherche', may: 'Travaille sur des données pseudonymisées, sous convention.' },
    data_steward: { name: 'Garde des données', may: 'Garde les données et décide de ce qui sort.' },
    assistant: { name: 'Appui', may: 'Assiste la recherche.' },
    administrator: ADMINISTRATOR,
  },
}

export const circleName = (kind: string, circle: string): string =>
  circleWords[kind]?.[circle]?.name ?? circle

/** Why something was not done, and what to do. */
export const refusalWords = {
  last_administrator:
    'Nommez d’abord une deuxième personne à l’administration\u202f: un espace en garde toujours au moins une.',
  not_administrator_any_more: 'Votre accès à l’administration vient d’être retiré\u202f: rien n’a été fait.',
  unknown_circle: 'Choisissez un cercle de cet espace.',
  already_member: 'Cette personne est déjà dans ce cercle. Choisissez un autre cercle, ou ne changez rien.',
  already_invited:
    'Une invitation à cette adresse pour ce cercle attend déjà. Ouvrez-la pour la renvoyer ou la retirer.',
  invitation_closed:
    'Cette invitation n’attend plus\u202f: elle a été acceptée ou retirée. Rien n’a été fait.',
  not_a_member: 'Cette personne n’est plus dans cet espace. Rien n’a été fait.',
  no_second_factor_yourself:
    'Ajoutez d’abord un second facteur à votre propre compte\u202f: sinon vous ne pourriez plus entrer.',
  not_entitled: 'Votre organisation n’ouvre pas d’espace de cette sorte. Rien n’a été fait.',
  already_open:
    'Une organisation de ce nom a déjà son espace. Prenez contact avec elle, ou donnez un autre nom.',
  not_your_door: 'Cette porte ne part pas de votre espace. Rien n’a été fait.',
  not_yours_to_decide: 'Seul le cercle qui décide peut faire cela. Rien n’est sorti.',
  consent_missing: 'Un accord manque ou a été retiré. Rien n’est sorti.',
  wrong_projection: 'Ce qui devait sortir n’est pas ce que la porte laisse passer. Rien n’est sorti.',
  unknown_passage: 'Cela n’est pas sorti de votre espace. Rien n’a été fait.',
  already_undone: 'C’était déjà repris. Rien n’a changé.',
} as const

type Letter = {
  readonly name: string
  readonly kind: string
  readonly circle: string
  readonly space: string
  readonly link: string
  readonly until: string
}

/** The letter that carries an invitation; it says who asks, what for, until when, and that nothing need be done. */
export const invitationLetter = ({ name, kind, circle, space, link, until }: Letter) => ({
  subject: `Invitation à rejoindre ${space}`,
  text: [
    `Bonjour ${name},`,
    `${space} vous invite dans son espace sur Palier. Votre cercle\u202f: ${circleName(kind, circle)}.`,
    circleWords[kind]?.[circle]?.may ?? '',
    `Pour accepter, ouvrez ce lien avant le ${until}\u202f:\n${link}`,
    'Si vous n’attendiez pas cette invitation, ne faites rien\u202f: elle s’éteindra d’elle-même.',
  ].join('\n\n'),
})

/** Tables of a space, as the journal names them. */
export const tableWords: Readonly<Record<string, string>> = {
  space: 'réglages de l’espace',
  membership: 'accès d’une personne',
  invitation: 'invitation',
  passage: 'passage par une porte',
  inbox: 'objet reçu',
  purge_register: 'registre des effacements',
  home: 'logement',
  person: 'fiche d’une personne',
  occupancy: 'occupation d’un logement',
  consent: 'accord d’une personne',
  merger: 'réunion de deux fiches',
  complaint: 'réclamation',
  complaint_event: 'ligne d’une réclamation',
  complaint_deadline: 'délai d’une réclamation',
  letter: 'lettre préparée',
  attachment: 'photo ou PDF',
  follow_up_code: 'code de suivi',
  complaint_state: 'liste de réclamations',
  saved_view: 'vue gardée',
  digest_refusal: 'courriel du matin',
  charter_rule: 'engagement d’une charte',
  commune: 'commune',
  institution: 'organisation',
  estate: 'résidence',
  building: 'bâtiment',
  staircase: 'entrée d’un bâtiment',
}

export const verbWords: Readonly<Record<string, string>> = {
  insert: 'Ajout',
  update: 'Modification',
  delete: 'Effacement',
  read: 'Lecture',
  export: 'Export',
  found: 'Fondation',
}

/** Fields that cross a door, where the bare name says too little. */
export const fieldWords: Readonly<Record<string, string>> = {
  title: 'titre',
  what: 'ce que fait l’union',
  contact: 'adresse pour le public',
  estates: 'résidences',
  rules: 'engagements',
  id: 'numéro',
  startsOn: 'ce qui fait partir le délai',
  stopsOn: 'ce qui l’arrête',
  length: 'durée',
  unit: 'unité',
  families: 'familles de demandes',
  source: 'document',
  page: 'page',
  on: 'date du document',
  href: 'adresse en ligne',
  note: 'remarque',
  validFrom: 'premier jour',
  validUntil: 'dernier jour',
  recordedOn: 'écrit le',
  name: 'nom',
  estate: 'résidence',
  commune: 'commune',
  homes: 'nombre de logements',
  people: 'nombre de personnes',
  withheld: 'nombre de résidences tues, trop petites pour être montrées',
  asOf: 'date du décompte',
  reachBy: 'comment joindre',
  reachAt: 'à quelle adresse ou quel numéro',
}

/** Values that a machine wrote, by field. */
export const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reachBy: { union: 'par l’union', phone: 'par téléphone', email: 'par courriel' },
}

export const purposeWords: Readonly<Record<string, string>> = {
  kept: 'être gardé·e dans les fiches',
  called_back: 'être rappelé·e',
  presented_to_landlord: 'être présenté·e au bailleur',
}
