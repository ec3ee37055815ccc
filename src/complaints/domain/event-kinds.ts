/** What can happen in the life of a complaint, and what each kind does: the table that the fold and the forms read. */

export const PARTIES = ['household', 'union', 'landlord', 'contractor', 'other'] as const
export type Party = (typeof PARTIES)[number]

export type ClockName = 'tenant' | 'landlord' | 'answer'

/**
 * `start` begins a clock that never ran · `restart` begins one that never ran or has stopped · `stop` ends a running one.
 * Each does nothing otherwise: the fold accepts any thread, whatever was noted first.
 */
export type ClockEffect = 'start' | 'restart' | 'stop' | 'none'

/** What a form must ask beside who, when, how and in which words. */
export type Need = 'promise' | 'contempt' | 'effect' | 'service' | 'target'

export type Ending = 'gone' | 'given_up' | 'moved_out'
export type BallHolder = 'landlord' | 'household' | 'nobody'

export type KindRow = {
  readonly kind: string
  /** Who can have done it; the first is the usual one. */
  readonly actors: readonly [Party, ...Party[]]
  readonly clocks: Readonly<Record<ClockName, ClockEffect>>
  readonly needs: readonly Need[]
  /** A sign from the other side: it ends a silence. */
  readonly word: boolean
  /** The household's story had to be told again. */
  readonly told: boolean
  /** Who must act after it; absent, nothing changes hands. */
  readonly ball?: BallHolder
  /** How the tenant clock stops. */
  readonly ending?: Ending
}

const NONE = { tenant: 'none', landlord: 'none', answer: 'none' } as const
const TELLS = { ...NONE, tenant: 'start', answer: 'start' } as const
const AGAIN = { ...NONE, tenant: 'restart', answer: 'restart' } as const
const OPENS = { ...NONE, landlord: 'restart' } as const
const CLOSES = { ...NONE, landlord: 'stop' } as const
const ANSWERS = { ...NONE, answer: 'stop' } as const
const ENDS = { ...NONE, tenant: 'stop', answer: 'stop' } as const

const ASKED = { needs: [], word: false, told: true, ball: 'landlord' } as const
const HEARD = { needs: [], word: true, told: false, ball: 'landlord' } as const
const RETURNED = { ...HEARD, ball: 'household' } as const
const SILENT = { needs: [], word: false, told: false } as const
const MISSED = { ...SILENT, ball: 'landlord' } as const
const OVER = { ...SILENT, ball: 'nobody' } as const

const OURS = ['household', 'union'] as const
const THEIRS = ['landlord', 'contractor'] as const
const CAME = ['contractor', 'landlord'] as const

/** In the order in which things of one day are taken to have happened. */
export const EVENT_KINDS = [
  { kind: 'first_telling', actors: OURS, clocks: TELLS, ...ASKED },
  { kind: 'registered', actors: ['landlord'], clocks: OPENS, ...HEARD },
  { kind: 'acknowledged', actors: ['landlord'], clocks: NONE, ...HEARD },
  { kind: 'reminder', actors: OURS, clocks: NONE, ...ASKED },
  { kind: 'answer_holding', actors: ['landlord'], clocks: NONE, ...HEARD },
  { kind: 'answer_substantive', actors: ['landlord'], clocks: ANSWERS, ...HEARD },
  { kind: 'refusal_with_reasons', actors: ['landlord'], clocks: ANSWERS, ...RETURNED },
  { kind: 'refusal_without_reasons', actors: ['landlord'], clocks: NONE, ...RETURNED },
  { kind: 'promise', actors: THEIRS, clocks: NONE, ...HEARD, needs: ['promise'] },
  { kind: 'transfer_between_services', actors: ['landlord'], clocks: NONE, ...HEARD, needs: ['service'] },
  { kind: 'work_order', actors: ['landlord'], clocks: NONE, ...HEARD },
  { kind: 'appointment_missed_by_landlord', actors: ['landlord'], clocks: NONE, ...MISSED },
  { kind: 'appointment_missed_by_contractor', actors: ['contractor'], clocks: NONE, ...MISSED },
  { kind: 'appointment_missed_by_tenant', actors: ['household'], clocks: NONE, ...SILENT, ball: 'household' },
  { kind: 'appointment_kept', actors: CAME, clocks: NONE, ...HEARD },
  { kind: 'visit', actors: CAME, clocks: NONE, ...HEARD },
  { kind: 'partial_repair', actors: CAME, clocks: NONE, ...HEARD },
  { kind: 'work_done', actors: CAME, clocks: NONE, ...RETURNED },
  { kind: 'closed_by_landlord', actors: ['landlord'], clocks: CLOSES, ...RETURNED },
  { kind: 'closure_contested', actors: OURS, clocks: NONE, ...ASKED },
  { kind: 'commission_seized', actors: OURS, clocks: NONE, ...SILENT },
  { kind: 'contempt', actors: THEIRS, clocks: NONE, ...SILENT, needs: ['contempt'] },
  { kind: 'effect', actors: ['household'], clocks: NONE, ...SILENT, needs: ['effect'] },
  { kind: 'note', actors: ['union', 'household', 'other'], clocks: NONE, ...SILENT },
  { kind: 'confirmed_gone', actors: ['household'], clocks: ENDS, ...OVER, ending: 'gone' },
  { kind: 'given_up', actors: ['household'], clocks: ENDS, ...OVER, ending: 'given_up' },
  { kind: 'moved_out', actors: ['household'], clocks: ENDS, ...OVER, ending: 'moved_out' },
  { kind: 'recurrence', actors: OURS, clocks: AGAIN, ...ASKED },
  { kind: 'retraction', actors: ['union'], clocks: NONE, ...SILENT, needs: ['target'] },
] as const satisfies readonly KindRow[]

export type EventKind = (typeof EVENT_KINDS)[number]['kind']

const ROWS = new Map<string, KindRow & { readonly rank: number }>(
  EVENT_KINDS.map((row, rank) => [row.kind, { ...row, rank }]),
)

export const isEventKind = (text: string): text is EventKind => ROWS.has(text)

/** The row of a kind; `rank` is its place in the table. */
export function rowOf(kind: EventKind): KindRow & { readonly rank: number } {
  const row = ROWS.get(kind)
  if (!row) throw new Error(`no such kind of event: ${kind}`)
  return row
}

export const CHANNELS = [
  'in_person',
  'caretaker',
  'phone',
  'email',
  'letter',
  'registered_letter',
  'sms',
  'portal',
  'meeting',
  'unknown',
] as const
export type Channel = (typeof CHANNELS)[number]

export const EVIDENCE = ['declared', 'screenshot', 'letter', 'registered_letter', 'landlord_file'] as const
export type Evidence = (typeof EVIDENCE)[number]

export const CONTEMPTS = [
  'laughed_at',
  'hung_up',
  'blamed',
  'threatened',
  'discriminated',
  'only_a_tenant',
] as const
export type Contempt = (typeof CONTEMPTS)[number]

export const EFFECTS = ['health', 'money', 'days_off', 'food', 'isolation'] as const
export type LivedEffect = (typeof EFFECTS)[number]

export const PROMISED = ['visit', 'work', 'answer'] as const
export type Promised = (typeof PROMISED)[number]
