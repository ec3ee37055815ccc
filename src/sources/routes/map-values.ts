import type { Opening } from '../actions/look-at-file.ts'
import type { FileEncoding, InspectedFile } from '../domain/inspected-file.ts'
import type { WaitMap } from '../domain/wait-map.ts'
import type { ColumnValue } from '../engine/column-values.ts'

/** What the form of columns holds, by name of field; every field is text, as a browser sends it. */
export type MapValues = Readonly<Record<string, string>>

export const STATUS_MEANINGS = ['open', 'closed', 'duplicate'] as const
type StatusMeaning = (typeof STATUS_MEANINGS)[number]

const ENCODINGS: readonly FileEncoding[] = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be']

const COLUMNS = [
  ['numero', 'id'],
  ['ouverture', 'opened'],
  ['fermeture', 'closed'],
  ['lieu', 'place'],
  ['categorie', 'category'],
  ['fuseau', 'timeZone'],
  ['format_dates', 'dateFormat'],
  ['repetitions', 'repeats'],
] as const

/** The fields that name a column of the file. */
export const COLUMN_FIELDS = [
  'numero',
  'ouverture',
  'fermeture',
  'lieu',
  'categorie',
  'statut',
  'issue',
] as const

/** The fields of a map as the form shows them; its values are told one by one, after those the columns hold. */
export function valuesOfMap(map: Partial<WaitMap>): Record<string, string> {
  const { status, outcome, entry } = map
  return {
    ...Object.fromEntries(COLUMNS.map(([field, key]) => [field, map[key] ?? ''])),
    repetitions: map.repeats ?? 'first',
    fuseau: map.timeZone ?? 'Europe/Paris',
    statut: status?.column ?? '',
    issue: outcome?.column ?? '',
    sans_doublons: map.dropDuplicates ? 'oui' : '',
    ...numbered(
      'statut',
      STATUS_MEANINGS.flatMap((meaning) =>
        (status?.[meaning] ?? []).map((value) => [value, meaning] as const),
      ),
    ),
    ...numbered('issue', Object.entries(outcome?.map ?? {})),
    ...entryValues(entry),
  }
}

const entryValues = (entry: WaitMap['entry']): Record<string, string> => {
  if (!entry) return { regle: '' }
  return 'from' in entry
    ? { regle: 'depuis', entree_le: entry.from }
    : { regle: 'colonne', entree_colonne: entry.column }
}

const numbered = (name: string, pairs: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(
    pairs.flatMap(([value, meaning], i) => [
      [`${name}_valeur_${i}`, value],
      [`${name}_sens_${i}`, meaning],
    ]),
  )

/** Value and meaning, in the order of the form; those that mean nothing are left out. */
export function meaningsIn(values: MapValues, name: 'statut' | 'issue'): ReadonlyMap<string, string> {
  const pairs = Object.keys(values)
    .filter((field) => field.startsWith(`${name}_valeur_`))
    .map((field) => [values[field] ?? '', values[field.replace('_valeur_', '_sens_')] ?? ''] as const)
  return new Map(pairs.filter(([, meaning]) => meaning !== ''))
}

/** The map that the form tells, for `readWaitMap` to judge; what is left empty is absent. */
export function mapOfValues(values: MapValues): Record<string, unknown> {
  const said = (name: string): string => values[name] ?? ''
  const columns = COLUMNS.filter(([field]) => said(field) !== '').map(([field, key]) => [key, said(field)])
  const statuses = meaningsIn(values, 'statut')
  const outcomes = meaningsIn(values, 'issue')
  return {
    ...Object.fromEntries(columns),
    ...(said('statut') === '' || statuses.size === 0
      ? {}
      : { status: { column: said('statut'), ...byMeaning(statuses) } }),
    ...(said('sans_doublons') === '' ? {} : { dropDuplicates: true }),
    ...(said('issue') === '' || outcomes.size === 0
      ? {}
      : { outcome: { column: said('issue'), map: Object.fromEntries(outcomes) } }),
    ...entryOf(values),
  }
}

const byMeaning = (statuses: ReadonlyMap<string, string>): Partial<Record<StatusMeaning, string[]>> =>
  Object.fromEntries(
    STATUS_MEANINGS.map(
      (meaning) =>
        [meaning, [...statuses].filter(([, said]) => said === meaning).map(([value]) => value)] as const,
    ).filter(([, all]) => all.length > 0),
  )

function entryOf(values: MapValues): { entry?: { from: string } | { column: string } } {
  if (values['regle'] === 'depuis' && values['entree_le']) return { entry: { from: values['entree_le'] } }
  if (values['regle'] === 'colonne' && values['entree_colonne'])
    return { entry: { column: values['entree_colonne'] } }
  return {}
}

/** The values that the columns hold, each with the meaning it has so far: what the form shows line by line. */
export function withColumnValues(
  values: MapValues,
  name: 'statut' | 'issue',
  found: readonly ColumnValue[],
): Record<string, string> {
  const known = meaningsIn(values, name)
  const kept = Object.fromEntries(
    Object.entries(values).filter(([field]) => !new RegExp(`^${name}_(?:valeur|sens)_`).test(field)),
  )
  return {
    ...kept,
    ...numbered(
      name,
      found.map(({ value }) => [value, known.get(value) ?? '']),
    ),
  }
}

/** How the file is opened, when somebody chose otherwise than what was found. */
export function openingOf(values: MapValues): Pick<Opening, 'sheet' | 'encoding' | 'separator'> {
  const encoding = ENCODINGS.find((known) => known === values['encodage'])
  return {
    ...(values['feuille'] ? { sheet: values['feuille'] } : {}),
    ...(encoding ? { encoding } : {}),
    ...(values['separateur'] ? { separator: values['separateur'] } : {}),
  }
}

/** What was found of the file, for the fields that may say otherwise. */
export const foundValues = (file: InspectedFile): Record<string, string> => ({
  encodage: file.text?.encoding ?? '',
  separateur: file.text?.separator ?? '',
  feuille: file.sheet ?? '',
})

/** The lines of values that the form shows under a column. */
export const shownValues = (
  values: MapValues,
  name: 'statut' | 'issue',
  found: readonly ColumnValue[],
): readonly { readonly value: string; readonly rows: number | undefined }[] =>
  Object.keys(values)
    .filter((field) => field.startsWith(`${name}_valeur_`))
    .map((field) => values[field] ?? '')
    .map((value) => ({ value, rows: found.find((each) => each.value === value)?.rows }))

/** Reasons of a suggestion, by field of the form. */
export const reasonsOf = (because: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    [
      ...COLUMNS.map(([field, key]) => [field, because[key]] as const),
      ['statut', because['status']] as const,
      ['issue', because['outcome']] as const,
    ].flatMap(([field, why]) => (why === undefined ? [] : [[field, why] as const])),
  )
