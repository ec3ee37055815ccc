import type { Purpose } from '../../people/domain/consent.ts'
import type { Sampling } from './event.ts'
import type { OutcomeMessages } from './outcomes.ts'

/** Everything the telephone says, in one language: a catalogue that lacks a sentence does not compile. */
export type PhoneWords = {
  readonly title: string
  readonly skip: string
  readonly languages: string
  readonly back: string
  readonly queue: {
    readonly left: string
    readonly online: string
    readonly offline: string
    readonly sending: string
    readonly kept: string
    readonly received: (count: string) => string
    readonly allReceived: string
    readonly signedOut: string
    readonly signIn: string
    readonly diskFailed: string
    readonly diskFull: string
    readonly noReceipt: string
    readonly page: string
    readonly explained: string
    readonly now: string
    readonly save: string
    readonly saveExplained: string
    readonly check: string
    readonly checkExplained: string
    readonly there: (count: string) => string
    readonly again: (count: string) => string
    readonly lost: (count: string) => string
    readonly notChecked: string
    readonly enrolAgain: string
  }
  readonly enrol: {
    readonly title: string
    readonly lead: string
    readonly button: string
    readonly needsNetwork: string
    readonly refused: string
    readonly homeScreen: string
    readonly lost: string
  }
  readonly rounds: {
    readonly title: string
    readonly none: string
    readonly until: (day: string) => string
    readonly done: (done: string, all: string) => string
    readonly refresh: string
    readonly code: string
  }
  readonly stairs: {
    readonly done: (done: string, all: string) => string
    readonly spoke: (count: number, said: string) => string
    readonly floor: (floor: string) => string
    readonly ground: string
    readonly groundShort: string
    readonly todo: string
    readonly here: string
    readonly allAbsent: string
    readonly addDoor: string
    readonly addFloor: string
    readonly notSent: string
    readonly legend: string
    readonly undo: string
    readonly noted: (count: string) => string
    readonly undone: string
  }
  readonly door: {
    readonly name: (floor: string, door: string) => string
    readonly first: string
    readonly last: (outcome: string, day: string) => string
    readonly comeBack: string
    readonly days: { readonly tonight: string; readonly tomorrow: string; readonly other: string }
    readonly note: string
    readonly twice: string
    readonly promised: (day: string) => string
    readonly sampling: string
    readonly samplings: Readonly<Record<Sampling, string>>
  }
  readonly visit: {
    readonly title: string
    readonly interrupted: string
    readonly resume: string
    readonly correct: string
    readonly close: string
    readonly next: string
    readonly previous: string
    readonly skip: string
    readonly another: string
    readonly wait: (rank: string) => string
    readonly consents: string
    readonly consentsLead: string
    readonly yes: string
    readonly no: string
    readonly wrong: string
    readonly summary: string
    readonly summaryOn: (day: string) => string
    readonly summaryKept: string
    readonly nothingSaid: string
    readonly end: string
    readonly stop: string
    readonly required: string
    readonly notAskable: string
    readonly yesUnderstood: string
    readonly readAloud: string
    readonly contact: {
      readonly title: string
      readonly name: string
      readonly phone: string
      readonly email: string
    }
  }
  readonly consents: Readonly<Record<DoorPurpose, string>>
  /** A staircase passed from one team to another, phone to phone. */
  readonly relay: {
    readonly give: string
    readonly take: string
    readonly handed: (count: string) => string
    readonly tile: string
    readonly atDoor: (outcome: string, day: string) => string
    readonly unknown: (count: string) => string
  }
  readonly outcomes: OutcomeMessages
  /** What a household leaves with. */
  readonly given: {
    readonly code: string
    readonly codeAt: string
    readonly codeFrom: string
    readonly codeKept: string
    readonly square: string
    readonly drawAgain: string
    readonly letters: string
    readonly lettersLead: string
    readonly kinds: Readonly<Record<'first_request' | 'reminder' | 'formal_notice', string>>
    readonly firstOnly: string
    readonly toCheck: string
    readonly leavesTrace: string
    readonly share: string
    readonly done: Readonly<Record<'shared' | 'copied' | 'by_hand', string>>
    readonly print: string
  }
}

/** What a household may agree to at its door, each by itself; `DOOR_WORDING` names what it then heard. */
export const DOOR_PURPOSES = [
  'kept',
  'called_back',
  'collective_demand',
  'quoted_anonymously',
  'research',
] as const satisfies readonly Purpose[]
export type DoorPurpose = (typeof DOOR_PURPOSES)[number]
export const DOOR_WORDING = 'door-1'
