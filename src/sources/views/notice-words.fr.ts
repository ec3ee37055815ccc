import { dayOfNumber } from '../../measure/day-number.ts'
import { formatCount, formatDay, formatDays, quote } from '../../ui/format.fr.ts'
import type { ExtractNotice, ValueCount } from '../domain/extracted-cases.ts'
import type { VintageFacts } from '../domain/vintage.ts'
import { sayDateFormat } from './map-words.fr.ts'

type Because = ExtractNotice['because']
type Of<B extends Because> = Extract<ExtractNotice, { because: B }>

const MOST_NAMED = 5
const named = (values: readonly ValueCount[]): string => {
  const first = values.slice(0, MOST_NAMED).map(({ value, count }) => `${quote(value)} (${count})`)
  return `${first.join(', ')}${values.length > MOST_NAMED ? '…' : ''}`
}

const NOTICES: { readonly [B in Because]: (notice: Of<B>) => string } = {
  mixed_formats: ({ header, count }) =>
    `Dans ${quote(header)}, ${formatCount(count, 'date n’est pas écrite', 'dates ne sont pas écrites')} comme les autres\u202f: ces lignes sont rejetées.`,
  order_of_other_column: ({ header, format }) =>
    `Le jour et le mois de ${quote(header)} sont distingués grâce à l’autre colonne de dates (${sayDateFormat(format)}).`,
  words_for_nothing: ({ header, values }) =>
    `Dans ${quote(header)}, ${named(values)} ${values.length > 1 ? 'veulent' : 'veut'} dire «\u202frien\u202f».`,
  only_midnights: ({ header }) =>
    `Toutes les heures de ${quote(header)} sont minuit\u202f: ce sont des jours.`,
  no_closed_column: () => 'Aucune colonne ne dit la clôture\u202f: toutes les demandes attendent.',
  unknown_status: ({ header, values }) =>
    `Rien n’est conclu de ces valeurs de ${quote(header)}\u202f: ${named(values)}.`,
  unmapped_outcome: ({ header, values }) =>
    `Ces valeurs de ${quote(header)} comptent comme «\u202fautre fin\u202f»\u202f: ${named(values)}.`,
  duplicates_kept: ({ count }) =>
    `${formatCount(count, 'doublon compte', 'doublons comptent')}, comme le fichier le dit.`,
  duplicates_dropped: ({ count }) =>
    `${formatCount(count, 'doublon n’est pas compté', 'doublons ne sont pas comptés')}.`,
  blank_ids: ({ header, count }) =>
    `${formatCount(count, 'ligne n’a', 'lignes n’ont')} pas de numéro dans ${quote(header)}\u202f: chacune est une demande.`,
  late_entries: ({ count }) =>
    `${formatCount(count, 'demande était déjà ouverte', 'demandes étaient déjà ouvertes')} quand le fichier a commencé à les voir\u202f: leur attente d’avant n’est pas comptée comme vue.`,
}

const sayNotice = <B extends Because>(notice: Of<B> & { readonly because: B }): string =>
  NOTICES[notice.because](notice)

const isNotice = (notice: unknown): notice is ExtractNotice =>
  typeof notice === 'object' && notice !== null && 'because' in notice && String(notice.because) in NOTICES

/** What is worth knowing of the last file before believing its figures, each in a sentence. */
export function sayNotices(facts: VintageFacts): readonly string[] {
  return [
    ...(facts.truncation ? [sayTruncation(facts.truncation)] : []),
    ...facts.bulkDays.slice(0, MOST_NAMED).map(sayBulkDay),
    ...facts.notices.filter(isNotice).map((notice) => sayNotice(notice)),
    ...(facts.twiceNamed.length === 0
      ? []
      : [`Plusieurs colonnes portent le même nom\u202f: ${facts.twiceNamed.map(quote).join(', ')}.`]),
    ...(facts.beyond === 0
      ? []
      : [
          `${formatCount(facts.beyond, 'ligne a', 'lignes ont')} du texte au-delà de la dernière colonne\u202f: il n’est pas lu.`,
        ]),
    ...(facts.reportingDelay === null
      ? []
      : [
          `Les clôtures mettent jusqu’à ${formatDays(facts.reportingDelay)} à paraître dans le fichier\u202f: les derniers jours paraissent plus lents qu’ils ne sont.`,
        ]),
    ...facts.formats
      .filter(({ format }) => format !== '')
      .map(({ header, format }) => `Les dates de ${quote(header)} sont lues ${sayDateFormat(format)}.`),
    ...(facts.leftOut.length === 0
      ? []
      : [
          `${formatCount(facts.leftOut.length, 'colonne n’est pas lue', 'colonnes ne sont pas lues')}\u202f: ${facts.leftOut.map(quote).join(', ')}.`,
        ]),
  ]
}

const sayTruncation = ({ from, olderCases }: NonNullable<VintageFacts['truncation']>): string =>
  `Aucune clôture n’est dite avant le ${formatDay(dayOfNumber(from))}, alors que ${formatCount(olderCases, 'demande était déjà ouverte', 'demandes étaient déjà ouvertes')}\u202f: le fichier ne contient sans doute les plus anciennes que si elles attendaient encore ce jour-là. Si c’est le cas, dites-le en relisant le fichier.`

const sayBulkDay = ({ day, closures, usual }: VintageFacts['bulkDays'][number]): string =>
  `Le ${formatDay(dayOfNumber(day))}, ${formatCount(closures, 'demande close', 'demandes closes')} d’un coup (d’ordinaire ${usual})\u202f: peut-être un rangement plutôt que des réparations.`
