import { addDays, type CalendarDay, compareDays, daysBetween, partsOf } from '../kernel/calendar-day.ts'
import { ESTATES } from './estates.ts'
import { chance, type InstitutionKey } from './neighbourhood.ts'

/** An extract as a landlord's software gives it: invented, and the same one at every demonstration of a day. */
export type InventedExtract = {
  readonly key: string
  readonly landlords: readonly InstitutionKey[]
  readonly rows: number
  /** How many days back the oldest case opened. */
  readonly days: number
  /** The software changed that many days ago: older cases came over only when they were still open. */
  readonly movedDaysAgo?: number
}

const HEADERS = [
  'N° demande',
  'Date création',
  'Date clôture',
  'Statut',
  'Motif clôture',
  'Résidence',
  'Famille',
  'Canal',
]

/** Half of the cases of a family are closed after so many days; some never are. */
const FAMILIES = [
  { name: 'Chauffage', half: 6, never: 0.06, share: 0.2 },
  { name: 'Eau chaude', half: 4, never: 0.04, share: 0.12 },
  { name: 'Ascenseur', half: 5, never: 0.05, share: 0.14 },
  { name: 'Plomberie', half: 21, never: 0.15, share: 0.2 },
  { name: 'Humidité', half: 150, never: 0.55, share: 0.14 },
  { name: 'Menuiserie', half: 70, never: 0.3, share: 0.12 },
  { name: 'Parties communes', half: 40, never: 0.25, share: 0.08 },
] as const
const REASONS = [
  ['Travaux réalisés', 0.62],
  ['Sans suite', 0.2],
  ['Annulée par le locataire', 0.08],
  ['Transmise au prestataire', 0.1],
] as const
const CHANNELS = ['Téléphone', 'Courriel', 'Loge', 'Extranet'] as const

type Case = {
  readonly opened: CalendarDay
  readonly closed: CalendarDay | undefined
  readonly cells: readonly string[]
}

/** The file as its giver would send it on that day. */
export function extractText(extract: InventedExtract, asOf: CalendarDay): string {
  const moved = extract.movedDaysAgo === undefined ? undefined : addDays(asOf, -extract.movedDaysAgo)
  const cases = Array.from({ length: extract.rows }, (_, i) => caseOf(extract, i, asOf))
    .filter(({ closed }) => !(moved && closed && closed < moved))
    .toSorted((a, b) => compareDays(a.opened, b.opened))
  const lines = cases.map((one, i) => [`${20_000 + i}`, ...one.cells].join(';'))
  const first = lines[0] ?? ''
  // What real extracts do: a number twice, headers in the middle, a closing before its opening.
  const flawed = [
    ...lines.slice(0, 40),
    first,
    HEADERS.join(';'),
    ...lines.slice(40),
    `99999;${french(asOf)};${french(addDays(asOf, -9))};Clôturée;Sans suite;;Plomberie;Loge`,
  ]
  return `${[HEADERS.join(';'), ...flawed].join('\r\n')}\r\n`
}

function caseOf({ key, landlords, days }: InventedExtract, i: number, asOf: CalendarDay): Case {
  const draw = (what: string): number => chance('extract', key, what, String(i))
  const family = picked(
    FAMILIES.map((f) => [f, f.share] as const),
    draw('family'),
  )
  const estates = ESTATES.filter(({ landlord }) => landlords.includes(landlord))
  const estate = estates[Math.floor(draw('estate') * estates.length)]?.name ?? ''
  const opened = addDays(asOf, -Math.floor(draw('opened') * days))
  const wait = Math.floor(
    (-Math.log(1 - draw('wait')) / Math.LN2) * family.half * (estate.length % 2 === 0 ? 1 : 1.6),
  )
  const isClosed = draw('never') > family.never && wait <= daysBetween(opened, asOf)
  const closed = isClosed ? addDays(opened, wait) : undefined
  const reason = isClosed ? picked(REASONS, draw('reason')) : ''
  const channel = CHANNELS[Math.floor(draw('channel') * CHANNELS.length)] ?? ''
  return {
    opened,
    closed,
    cells: [
      french(opened),
      closed ? french(closed) : '',
      isClosed ? 'Clôturée' : 'En cours',
      reason,
      estate,
      family.name,
      channel,
    ],
  }
}

function picked<T>(choices: readonly (readonly [T, number])[], at: number): T {
  let left = at * choices.reduce((sum, [, share]) => sum + share, 0)
  for (const [choice, share] of choices) if ((left -= share) < 0) return choice
  const [last] = choices.at(-1) ?? []
  if (last === undefined) throw new Error('nothing to choose from')
  return last
}

const french = (day: CalendarDay): string => {
  const { year, month, day: date } = partsOf(day)
  return `${String(date).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}
