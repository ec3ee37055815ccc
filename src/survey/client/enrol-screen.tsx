import { useState } from 'preact/hooks'
import type { PhoneWords } from '../domain/phone-words.ts'
import { enrol, type Enrolled } from './enrol.ts'
import type { Phone } from './use-phone.ts'

/** The first opening, with network: what a lost phone tells is said before anything is kept on it. */
export const EnrolScreen = ({ phone, words }: { phone: Phone; words: PhoneWords }) => {
  const [done, setDone] = useState<Enrolled>()
  const [isBusy, setBusy] = useState(false)
  const start = async (): Promise<void> => {
    setBusy(true)
    void navigator.storage?.persist?.()
    setDone(await phone.act(() => enrol(phone.disk)))
    setBusy(false)
  }
  return (
    <>
      <h1 class="asked">{words.enrol.title}</h1>
      <p class="lead">{words.enrol.lead}</p>
      {isIphoneInATab() ? <p class="notice lamp">{words.enrol.homeScreen}</p> : null}
      <p>{words.enrol.lost}</p>
      {done === 'offline' || done === 'refused' ? (
        <p class="notice brick" role="alert">
          {done === 'offline' ? words.enrol.needsNetwork : words.enrol.refused}
        </p>
      ) : null}
      {done === 'sign_in' ? (
        <p role="alert">
          <a class="btn wide" href="/entrer?suite=/porte-a-porte">
            {words.queue.signIn}
          </a>
        </p>
      ) : null}
      <button class="btn wide" type="button" disabled={isBusy} onClick={() => void start()}>
        {words.enrol.button}
      </button>
    </>
  )
}

/** Safari erases what a page keeps after seven days, unless it stands on the home screen. */
const isIphoneInATab = (): boolean =>
  (/iPhone|iPad|iPod/.test(navigator.userAgent) || isIpadThatSaysMac()) &&
  !matchMedia('(display-mode: standalone)').matches

const isIpadThatSaysMac = (): boolean => /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
