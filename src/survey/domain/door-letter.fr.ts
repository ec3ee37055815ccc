/** The letters that a household may take away from its door: made of what it just said there, and of nothing else. */
import { LAW } from '../../deadlines/domain/law.fr.ts'
import { PROCEDURE } from '../../deadlines/domain/procedure.fr.ts'
import { type DeadlineRule, isInForce, speaksOf, type Trigger } from '../../deadlines/domain/rule.ts'
import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { quotedDeadlines } from '../../letters/domain/letter-deadlines.fr.ts'
import type { LetterDeadline, LetterFacts, LetterKind } from '../../letters/domain/letter-facts.ts'
import { letterText } from '../../letters/domain/letter-text.ts'
import { writeLetter } from '../../letters/domain/write-letter.fr.ts'
import { type ToldWait, toldWaits } from './told-waits.ts'
import { WAIT_FR } from './wait-instrument.fr.ts'

/** A conciliation is asked of a commission with proofs in hand: it is not for a door. */
export type DoorLetterKind = Exclude<LetterKind, 'conciliation'>

export type ToldDoor = {
  readonly answers: ReadonlyMap<string, string>
  /** The door in words, as its letterbox would say it. */
  readonly place: string
  readonly today: CalendarDay
}

export type DoorLetter = { readonly kind: DoorLetterKind; readonly title: string; readonly text: string }
export type DoorLetters = {
  readonly rank: number
  readonly problem: string
  readonly letters: readonly DoorLetter[]
  /** What they quote of the law that no jurist has checked: said beside a letter, never in it. */
  readonly toCheck: readonly string[]
}

/** One set per wait; a landlord that was never told is not reminded of anything. */
export function doorLetters(door: ToldDoor): readonly DoorLetters[] {
  return toldWaits(Object.fromEntries(door.answers), door.today).map((wait) => {
    const facts = factsOf(wait, door)
    const isTold = facts.events.length > 0
    const kinds = isTold
      ? (['first_request', 'reminder', 'formal_notice'] as const)
      : (['first_request'] as const)
    return {
      rank: wait.rank,
      problem: facts.problem.label,
      letters: kinds.map((kind) => letterOf(kind, facts)),
      toCheck: quotedDeadlines(facts.deadlines)
        .filter(({ isChecked }) => !isChecked)
        .map(({ title }) => title),
    }
  })
}

function letterOf(kind: DoorLetterKind, facts: LetterFacts): DoorLetter {
  const sending = kind === 'formal_notice' ? 'registered_letter' : 'letter'
  const letter = writeLetter(kind, { ...facts, sending })
  return { kind, title: letter.title, text: letterText(letter) }
}

const PROBLEM = 'Problème dans le logement ou dans l’immeuble'
/** To be written by hand: a phone at a door asks nobody's name for a letter. */
const [NAME, ADDRESS] = ['[Prénom et nom]', '[Adresse, code postal, ville]']
const [LANDLORD, ITS_ADDRESS] = ['[Nom du bailleur]', '[Adresse du bailleur]']

function factsOf(wait: ToldWait, { answers, place, today }: ToldDoor): LetterFacts {
  const said = (name: string): string => (answers.get(`/delais/wait[${wait.rank}]/${name}`) ?? '').trim()
  const told = isLandlords(said('told_to')) ? wait.told : undefined
  return {
    voice: 'je',
    household: { name: NAME, address: [ADDRESS] },
    landlord: { name: LANDLORD, address: [ITS_ADDRESS] },
    commission: undefined,
    support: undefined,
    problem: { label: problemSaid(said('problem')), words: said('words') },
    place,
    since: wait.since ? sayApproximateDay(wait.since) : '',
    wait: undefined,
    events: told ? [{ kind: 'first_telling', when: toldWhen(told.on, today), channel: told.channel }] : [],
    deadlines: certainDeadlines(wait, told, today),
    askedBy: undefined,
    sending: 'letter',
    writtenAt: '',
    today,
    attachments: [],
  }
}

/** « Before today » is no date: what was remembered is said as it was. */
function toldWhen(on: ApproximateDay, today: CalendarDay): string {
  const isKnown = on.precision !== 'before' || on.latest < today
  return isKnown ? sayApproximateDay(on) : on.said || 'Date dont je ne me souviens plus'
}

const problemSaid = (problem: string): string =>
  problem !== 'other_problem' && isChoice(problem) ? WAIT_FR.choices[problem] : PROBLEM

const isChoice = (name: string): name is keyof typeof WAIT_FR.choices => Object.hasOwn(WAIT_FR.choices, name)

/** Whoever speaks for the landlord: an elected person or a neighbour was told, and the landlord was not. */
const isLandlords = (toldTo: string): boolean => ['caretaker', 'agency', 'call_centre'].includes(toldTo)

const IN_WRITING: readonly string[] = ['email', 'letter', 'portal']

/** Law and remedies that are sure, for this problem. No day is computed: a day that is remembered is not a proof. */
function certainDeadlines(
  { problemCode = '' }: ToldWait,
  told: ToldWait['told'],
  today: CalendarDay,
): readonly LetterDeadline[] {
  const triggers: Trigger[] = [
    'told',
    ...(IN_WRITING.includes(told?.channel ?? '') ? ['told_in_writing' as const] : []),
  ]
  return [...LAW, ...PROCEDURE]
    .filter((rule) => rule.certainty === 3 && rule.startsOn !== null && triggers.includes(rule.startsOn))
    .filter((rule) => speaksOf(rule, problemCode) && isInForce(rule, today))
    .map(deadlineOf)
}

const deadlineOf = ({ kind, title, length, unit, bound, source }: DeadlineRule): LetterDeadline => ({
  kind,
  title,
  length,
  unit,
  dueOn: null,
  stoppedOn: undefined,
  bound,
  source: { title: source.title, article: source.article },
  isChecked: source.checkedBy !== null,
})
