import { useEffect, useState } from 'preact/hooks'
import type { Relay } from '../domain/relay.ts'
import { relayWords } from '../domain/relay-speech.ts'
import type { RelayWords } from '../domain/relay-words.ts'
import { longDay, today } from './days.ts'
import { fieldText } from './field-text.ts'
import { canReadPhotos, squareIn } from './read-photo.ts'
import type { RelayProps } from './relay-later.tsx'
import { keepRelay } from './relays.ts'

/** From the camera of the phone itself (an address that opens here), from a photo where this browser reads one, or pasted. */
export const TakeOver = (p: RelayProps) => {
  const { phone, tag, name, what } = p
  const say = relayWords(tag)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const take = (given: string): void =>
    void phone
      .act(async () => keepRelay(given, today()))
      .then((read) => {
        if (read?.ok) setWrong(go(p, read.value, say))
        else if (read) setWrong(refusalSaid(read.refusal, say, tag))
      })
  useEffect(() => {
    if (name === 'relais') take(what)
  }, [name, what])
  return (
    <>
      <p>{say.takeLead}</p>
      {wrong ? (
        <p class="notice brick" role="alert">
          {wrong}
        </p>
      ) : null}
      <Photo say={say} onRead={(read) => (read === undefined ? setWrong(say.noSquare) : take(read))} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take(text)
        }}
      >
        <div class="field">
          <label for="relay">{say.text}</label>
          <textarea
            id="relay"
            dir="ltr"
            rows={4}
            value={text}
            onInput={(event) => setText(fieldText(event))}
          />
        </div>
        <button class="btn wide" type="submit" disabled={text.trim() === ''}>
          {say.read}
        </button>
      </form>
    </>
  )
}

type Refusal = Extract<ReturnType<typeof keepRelay>, { ok: false }>['refusal']

const refusalSaid = (refusal: Refusal, say: RelayWords, tag: string): string =>
  refusal.because === 'another_day' ? say.anotherDay(longDay(refusal.day, tag)) : say.refused[refusal.because]

/** To the staircase that was handed over; or why one cannot go there. */
function go({ held }: RelayProps, { staircase }: Relay, say: RelayWords): string | undefined {
  const rounds = (held.pack?.campaigns ?? []).flatMap(({ assignments }) => assignments)
  const round = rounds.find((one) => one.staircase.id === staircase)
  if (!round) return say.notYours
  location.replace(`#/entree/${round.id}`)
  return undefined
}

type PhotoProps = { readonly say: RelayWords; readonly onRead: (text: string | undefined) => void }

const Photo = ({ say, onRead }: PhotoProps) => {
  const [canRead, setCanRead] = useState(false)
  useEffect(() => void canReadPhotos().then(setCanRead, () => undefined), [])
  if (!canRead) return null
  return (
    <div class="field">
      <label for="square">{say.photo}</label>
      <input
        id="square"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ currentTarget: { files } }) => {
          const photo = files?.[0]
          if (photo) void squareIn(photo).then(onRead)
        }}
      />
    </div>
  )
}
