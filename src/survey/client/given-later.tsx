import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DoorPurpose, PhoneWords } from '../domain/phone-words.ts'
import type { OpenVisit } from './database.ts'
import type { Place } from './gestures.ts'
import type { Phone } from './use-phone.ts'

export type GivenProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: OpenVisit
  readonly answers: ReadonlyMap<string, string>
  readonly agreed: ReadonlyMap<DoorPurpose, boolean>
  readonly words: PhoneWords
}

/** Letters weigh as much as a questionnaire: they are read from what the phone keeps, once a visit has ended. */
export const GivenLater = (p: GivenProps) => {
  const [Given, setGiven] = useState<FunctionComponent<GivenProps>>()
  const [hasFailed, setFailed] = useState(false)
  const load = (): void => {
    setFailed(false)
    import('./given-view.tsx').then(
      ({ GivenView }) => setGiven(() => GivenView),
      () => setFailed(true),
    )
  }
  useEffect(load, [])
  if (Given) return <Given {...p} />
  return hasFailed ? (
    <button class="btn wide" type="button" onClick={load}>
      {p.words.given.drawAgain}
    </button>
  ) : null
}
