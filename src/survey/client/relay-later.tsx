import type { Language } from '../../followup/domain/language.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { Later } from './later.tsx'
import type { Held, Phone } from './use-phone.ts'

export type RelayProps = {
  readonly phone: Phone
  readonly held: Held
  readonly words: PhoneWords
  readonly tag: Language
  /** « passer » gives, « recevoir » takes from this phone, « relais » was opened by the camera. */
  readonly name: string
  /** A round by its id, or what the camera read. */
  readonly what: string
}

const loadRelay = () => import('./relay-screens.tsx').then(({ RelayScreens }) => RelayScreens)

/** A staircase passed from one team to another: outside the way to the first question. */
export const RelayLater = (p: RelayProps) => (
  <Later load={loadRelay} given={p} again={p.words.rounds.refresh} />
)

export const isRelay = (name: string | undefined): name is string =>
  name === 'passer' || name === 'recevoir' || name === 'relais'
