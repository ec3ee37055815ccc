import type { PhoneWords } from '../domain/phone-words.ts'
import type { CourierState } from './courier.ts'
import type { Disk } from './database.ts'
import { outboxFile } from './outbox.ts'
import type { Held, Phone } from './use-phone.ts'

/** What is kept, what is received, and the way out when no network comes. */
export const QueueScreen = ({ phone, held, words }: { phone: Phone; held: Held; words: PhoneWords }) => {
  const { queue } = words
  return (
    <>
      <p class="crumbs">
        <a href="#/">{words.rounds.title}</a>
      </p>
      <h1 class="asked">{queue.page}</h1>
      <p>
        <strong>
          {queue.left} {held.waiting.size}
        </strong>
      </p>
      <p>{held.waiting.size === 0 ? queue.allReceived : queue.received(String(held.received))}</p>
      <QueueState state={phone.courier} words={words} />
      <p class="quiet">{queue.explained}</p>
      <button class="btn wide" type="button" disabled={held.waiting.size === 0} onClick={phone.send}>
        {queue.now}
      </button>
      <p class="quiet">{queue.saveExplained}</p>
      <button
        class="btn second wide"
        type="button"
        disabled={held.waiting.size === 0}
        onClick={() => void phone.act(() => saveToFile(phone.disk))}
      >
        {queue.save}
      </button>
    </>
  )
}

/** What the canvasser has to know of the sending, wherever they stand. */
export const QueueState = ({ state, words: { queue } }: { state: CourierState; words: PhoneWords }) => {
  if (state === 'signed_out')
    return (
      <div class="notice brick" role="alert">
        <p>{queue.signedOut}</p>
        <a class="btn" href="/entrer?suite=/porte-a-porte">
          {queue.signIn}
        </a>
      </div>
    )
  return state === 'not_confirmed' ? <p class="notice lamp">{queue.noReceipt}</p> : null
}

async function saveToFile(disk: Disk): Promise<void> {
  const address = URL.createObjectURL(await outboxFile(disk))
  const link = document.createElement('a')
  link.href = address
  link.download = `palier-${new Date().toISOString().slice(0, 10)}.ndjson`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
