import type { Language } from '../../followup/domain/language.ts'
import type { DoorPurpose, PhoneWords } from '../domain/phone-words.ts'
import type { OpenVisit } from './database.ts'
import type { Place } from './gestures.ts'
import { Later } from './later.tsx'
import type { Phone } from './use-phone.ts'

export type GivenProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: OpenVisit
  readonly answers: ReadonlyMap<string, string>
  readonly agreed: ReadonlyMap<DoorPurpose, boolean>
  readonly words: PhoneWords
  readonly tag: Language
}

const loadGiven = () => import('./given-view.tsx').then(({ GivenView }) => GivenView)

/** Letters weigh as much as a questionnaire: they are read from what the phone keeps, once a visit has ended. */
export const GivenLater = (p: GivenProps) => (
  <Later load={loadGiven} given={p} again={p.words.given.drawAgain} />
)
