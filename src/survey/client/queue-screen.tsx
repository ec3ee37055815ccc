import type { PhoneWords } from '../domain/phone-words.ts'
import type { Disk } from './database.ts'
import { EnrolAgain } from './enrol-again.tsx'
import { outboxFile } from './outbox.ts'
import { ReconcilingView } from './reconciling-view.tsx'
import type { Held, Phone } from './use-phone.ts'
import type { Reconciling } from './use-reconciling.ts'

type QueueProps = {
  readonly phone: Phone
  readonly held: Held
  readonly words: PhoneWords
  readonly reconciling: Reconciling
}

/** What is kept, what is received, and the way out when no network comes. */
export const QueueScreen = ({ phone, held, words, reconciling }: QueueProps) => {
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
      <QueueState phone={phone} words={words} />
      <p class="quiet">{queue.explained}</p>
      <button class="btn wide" type="button" disabled={held.waiting.size === 0} onClick={phone.send}>
        {queue.now}
      </button>
      <ReconcilingView reconciling={reconciling} words={words} />
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
export const QueueState = ({ phone, words }: { phone: Phone; words: PhoneWords }) => {
  if (phone.courier === 'signed_out') return <EnrolAgain phone={phone} words={words} />
  return phone.courier === 'not_confirmed' ? <p class="notice lamp">{words.queue.noReceipt}</p> : null
}

async function saveToFile(disk: Disk): Promise<void> {
  const address = URL.createObjectURL(await outboxFile(disk))
  const link = document.createElement('a')
  link.href = address
  link.download = `palier-${new Date().toISOString().slice(0, 10)}.ndjson`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
