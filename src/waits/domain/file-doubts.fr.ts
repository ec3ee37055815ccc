import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { counted, whole } from './counted.fr.ts'
import type { FileDoubt } from './file-doubts.ts'

/** One line, and what to do about it where something can be done. */
export function sayDoubt(doubt: FileDoubt): string {
  switch (doubt.because) {
    case 'one_sheet_of':
      return `  Feuille lue\u202f: ${quote(doubt.sheet)}. Pas lues\u202f: ${doubt.others.map(saySheet).join(', ')}.`
    case 'twice_named':
      return `  Plusieurs colonnes portent le même nom\u202f: ${doubt.headers.map(quote).join(', ')}. La première garde le sien, les suivantes sont «\u202fNom (2)\u202f», «\u202fNom (3)\u202f».`
    case 'beyond_headers':
      return `  ${counted(doubt.rows, 'ligne a', 'lignes ont')} du texte au-delà de la dernière colonne\u202f: il n’est pas lu.`
    case 'older_absent':
      return `Attention\u202f: aucune clôture avant le ${sayDay(doubt.from)}, alors que ${counted(doubt.olderCases, 'demande était déjà ouverte', 'demandes étaient déjà ouvertes')}. Si le fichier ne contient les plus anciennes que lorsqu’elles attendaient encore ce jour-là, ajoutez à MAP.json\u202f: "entry": {"from": "${doubt.from}"}. Sans cela, les attentes paraissent plus longues.`
    case 'closed_at_once':
      return `Attention\u202f: beaucoup de demandes closes d’un coup${doubt.days.map(sayAtOnce).join('\u202f;')}${sayMore(doubt.more)}. Peut-être un rangement plutôt que des réparations.`
  }
}

const sayAtOnce = ({ day, closures, usual }: AtOnce, at: number): string =>
  `${at === 0 ? '\u202f: ' : ' '}le ${sayDay(day)}, ${whole.format(closures)} (d’ordinaire ${whole.format(usual)})`
type AtOnce = Extract<FileDoubt, { because: 'closed_at_once' }>['days'][number]

const quote = (text: string): string => `«\u202f${text}\u202f»`
const saySheet = ({ name, hidden }: { readonly name: string; readonly hidden: boolean }): string =>
  `${quote(name)}${hidden ? ' (masquée)' : ''}`

const sayMore = (days: number): string =>
  days === 0 ? '' : `\u202f; et ${counted(days, 'autre jour', 'autres jours')}`
