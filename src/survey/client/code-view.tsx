import { useEffect, useState } from 'preact/hooks'
import { type FollowUpCode, showFollowUpCode } from '../../followup/domain/follow-up-code.ts'
import { inLanguage, type Language } from '../../followup/domain/language.ts'
import { QrPicture } from '../../ui/qr-square.tsx'
import type { PhoneWords } from '../domain/phone-words.ts'
import type { OpenVisit } from './database.ts'
import { drawCode } from './draw-code.ts'
import type { Place } from './gestures.ts'
import type { Phone } from './use-phone.ts'
import { useSquare } from './use-square.ts'

type CodeProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: OpenVisit
  readonly words: PhoneWords
  readonly tag: Language
}

/** The code of this visit, drawn once when the summary opens; it lives here, in memory, and goes with the visit. */
export const CodeView = ({ phone, place, visit, words, tag }: CodeProps) => {
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
  return code ? <DrawnCode {...{ code, words, tag }} /> : null
}

type DrawnProps = Pick<CodeProps, 'words' | 'tag'> & { readonly code: FollowUpCode }

/** The square holds the code behind «#», which a browser keeps to itself. */
const DrawnCode = ({ code, words: { given }, tag }: DrawnProps) => {
  const square = useSquare(`${location.origin}${inLanguage('/suivi', tag)}#${code}`, 'M')
  return (
    <section class="slip" aria-labelledby="code-suivi">
      <h2 id="code-suivi">{given.code}</h2>
      <p class="code" dir="ltr" translate={false}>
        {showFollowUpCode(code)}
      </p>
      {square ? <QrPicture square={square} label={given.square} /> : null}
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
}
