import { useState } from 'preact/hooks'
import type { PhoneWords } from '../domain/phone-words.ts'
import { enrol, type Enrolled } from './enrol.ts'
import type { Phone } from './use-phone.ts'

type AgainProps = {
  readonly phone: Phone
  readonly words: PhoneWords
  readonly onDone?: () => void
}

/** The union no longer knows this phone: it is made known again, and what waits leaves as it was sealed. */
export const EnrolAgain = ({ phone, words, onDone }: AgainProps) => {
  const [done, setDone] = useState<Enrolled>()
  const [isBusy, setBusy] = useState(false)
  const start = async (): Promise<void> => {
    setBusy(true)
    const enrolled = await phone.act(() => enrol(phone.disk))
    setDone(enrolled)
    setBusy(false)
    if (enrolled === 'done') onDone?.()
  }
  return (
    <div class="notice brick" role="alert">
      <p>{words.queue.signedOut}</p>
      {done === 'offline' ? <p>{words.enrol.needsNetwork}</p> : null}
      {done === 'refused' ? <p>{words.enrol.refused}</p> : null}
      {done === 'sign_in' ? (
        <p>
          <a class="btn wide" href="/entrer?suite=/porte-a-porte">
            {words.queue.signIn}
          </a>
        </p>
      ) : null}
      <button class="btn" type="button" disabled={isBusy} onClick={() => void start()}>
        {words.queue.enrolAgain}
      </button>
    </div>
  )
}
