import { useEffect, useState } from 'preact/hooks'
import { type FollowUpCode, showFollowUpCode } from '../../followup/domain/follow-up-code.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { OpenVisit } from './database.ts'
import { drawCode } from './draw-code.ts'
import type { Place } from './gestures.ts'
import type { Phone } from './use-phone.ts'

type CodeProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: OpenVisit
  readonly words: PhoneWords
}

/** The code of this visit, drawn once when the summary opens; it lives here, in memory, and goes with the visit. */
export const CodeView = ({ phone, place, visit, words }: CodeProps) => {
  const [code, setCode] = useState<FollowUpCode>()
  const [hasFailed, setFailed] = useState(false)
  const draw = async (): Promise<void> => {
    setFailed(false)
    const drawn = await phone.act(() => drawCode(place, visit))
    setCode(drawn)
    setFailed(!drawn)
  }
  useEffect(() => void draw(), [])
  if (hasFailed)
    return (
      <button class="btn wide" type="button" onClick={() => void draw()}>
        {words.given.drawAgain}
      </button>
    )
  return code ? <DrawnCode code={code} words={words} /> : null
}

const DrawnCode = ({ code, words: { given } }: { code: FollowUpCode; words: PhoneWords }) => (
  <section class="slip" aria-labelledby="code-suivi">
    <h2 id="code-suivi">{given.code}</h2>
    <p class="code" dir="ltr" translate={false}>
      {showFollowUpCode(code)}
    </p>
    <p>
      {given.codeAt}{' '}
      <bdi dir="ltr" translate={false}>
        {`${location.host}/suivi`}
      </bdi>
    </p>
    <p>{given.codeFrom}</p>
    <p>{given.codeKept}</p>
  </section>
)
