import type { Option } from '../../ui/options.tsx'

export const MAP_FIELDS = {
  numero: 'Numéro de la demande',
  repetitions: 'Quand un numéro revient',
  ouverture: 'Jour d’ouverture',
  fermeture: 'Jour de clôture',
  format_dates: 'Comment les dates sont écrites',
  fuseau: 'Heure du lieu',
  lieu: 'Lieu',
  categorie: 'Famille de demandes',
  statut: 'Statut',
  issue: 'Motif de clôture',
  etat_au: 'Date d’extraction',
  regle: 'Demandes plus anciennes',
  entree_le: 'Date d’entrée',
  carte: 'Carte des colonnes',
  feuille: 'Feuille',
  encodage: 'Texte écrit en',
  separateur: 'Entre deux colonnes',
} as const

export const STATUS_OPTIONS: readonly Option[] = [
  { value: '', label: 'ne rien en conclure' },
  { value: 'open', label: 'la demande attend' },
  { value: 'closed', label: 'la demande est close' },
  { value: 'duplicate', label: 'c’est un doublon' },
]

export const OUTCOME_OPTIONS: readonly Option[] = [
  { value: '', label: 'autre fin (rien n’est dit)' },
  { value: 'repaired', label: 'réparé' },
  { value: 'closed_without_repair', label: 'clos sans réparation' },
  { value: 'withdrawn', label: 'demande retirée ou départ' },
  { value: 'transferred', label: 'transmise à un autre service' },
  { value: 'other', label: 'autre fin' },
]

export const DATE_FORMATS: readonly Option[] = [
  { value: '', label: 'décidé d’après la colonne' },
  { value: 'dd/MM/yyyy', label: 'jour/mois/année\u202f: 03/02/2025 est le 3 février' },
  { value: 'MM/dd/yyyy', label: 'mois/jour/année\u202f: 03/02/2025 est le 2 mars' },
  { value: 'yyyy-MM-dd', label: 'année-mois-jour\u202f: 2025-02-03' },
]

export const TIME_ZONES: readonly Option[] = [
  { value: 'Europe/Paris', label: 'France hexagonale' },
  { value: 'America/Guadeloupe', label: 'Guadeloupe' },
  { value: 'America/Martinique', label: 'Martinique' },
  { value: 'America/Cayenne', label: 'Guyane' },
  { value: 'Indian/Reunion', label: 'La Réunion' },
  { value: 'Indian/Mayotte', label: 'Mayotte' },
  { value: 'America/Miquelon', label: 'Saint-Pierre-et-Miquelon' },
  { value: 'Pacific/Noumea', label: 'Nouvelle-Calédonie' },
  { value: 'Pacific/Tahiti', label: 'Tahiti' },
  { value: 'Europe/London', label: 'Londres' },
  { value: 'America/New_York', label: 'New York, Boston' },
  { value: 'America/Chicago', label: 'Chicago' },
  { value: 'UTC', label: 'Temps universel (UTC)' },
]

/** «jour/mois/année» for dd/MM/yyyy: what the map writes, in words. */
export const sayDateFormat = (format: string): string =>
  format
    .replace(/d{1,2}/, 'jour')
    .replace(/M{1,2}/, 'mois')
    .replace(/y{4}/, 'année')
    .replace(/y{2}/, 'année (deux chiffres)')
    .replace('excel', 'en nombre de jours, comme Excel')
