import { foldText } from '../../kernel/fold-text.ts'

/** What a table of homes may say of each, in the order of our own files. */
export const COLUMNS = ['estate', 'building', 'staircase', 'floor', 'door', 'label', 'address'] as const
export type RowField = (typeof COLUMNS)[number]

/** The name of each column in our own files, and in sentences. */
export const COLUMN_NAMES: Record<RowField, string> = {
  estate: 'Résidence',
  building: 'Bâtiment',
  staircase: 'Entrée',
  floor: 'Étage',
  door: 'Porte',
  label: 'Libellé',
  address: 'Adresse',
}

/** The name of the column that a rejects file adds; ignored when the file comes back. */
export const REASON_COLUMN = 'Motif du rejet'

/** Headers met in landlords' and unions' tables, folded. */
const HABITS: Record<RowField, readonly string[]> = {
  estate: [
    'residence',
    'nom residence',
    'nom de la residence',
    'groupe',
    'ensemble',
    'programme',
    'site',
    'cite',
    'estate',
  ],
  building: ['batiment', 'bat', 'immeuble', 'tour', 'bloc', 'code batiment', 'building'],
  staircase: [
    'entree',
    'escalier',
    'esc',
    'cage',
    'cage d escalier',
    'montee',
    'allee',
    'hall',
    'n entree',
    'staircase',
  ],
  floor: ['etage', 'et', 'niveau', 'niv', 'floor'],
  door: [
    'porte',
    'position',
    'n porte',
    'numero porte',
    'numero de porte',
    'no porte',
    'num porte',
    'palier',
    'door',
  ],
  label: ['libelle', 'logement', 'appartement', 'appt', 'apt', 'nom', 'designation', 'label'],
  address: ['adresse', 'rue', 'voie', 'adresse postale', 'address'],
}

const byHeader: ReadonlyMap<string, RowField> = new Map(
  COLUMNS.flatMap((column) => HABITS[column].map((header) => [header, column] as const)),
)

/** The column that a header means, whatever its case and accents; undefined for what we do not read. */
export const columnNamed = (header: string): RowField | undefined => byHeader.get(foldText(header))
