import { useState } from 'preact/hooks'
import { isCode } from '../domain/day-lock.ts'
import { codeWords } from '../domain/code-speech.ts'
import type { CodeWords } from '../domain/code-words.ts'
import type { Held, Phone } from './use-phone.ts'
import type { SetVerdict, Unlocked } from './use-vault.ts'

export type CodeProps = {
  readonly phone: Phone
  readonly held: Held
  readonly tag: string
  readonly onLater: () => void
  /** What to do once the copies can be read; without it, the screen says that they can. */
  readonly onOpen?: () => void
}

/** The day's code: set, asked, taken away, and what it does not protect. */
export const CodeScreen = ({ phone, held, tag, onLater, onOpen }: CodeProps) => {
  const words = codeWords(tag)
  const { vault } = phone
  return (
    <div class="sheet">
      <h1 class="asked">{words.title}</h1>
      <p>{words.lead}</p>
      {held.isLocked && !vault.isOpen ? <Asked {...{ phone, words, onOpen }} /> : null}
      {!held.isLocked ? <NewCode {...{ phone, words }} /> : null}
      {vault.isOpen ? (
        <>
          <p class="notice">{words.isSet}</p>
          <button class="btn second wide" type="button" onClick={() => void vault.erase()}>
            {words.remove}
          </button>
        </>
      ) : null}
      <p>
        <button class="btn second wide" type="button" onClick={onLater}>
          {vault.isOpen ? words.back : words.later}
        </button>
      </p>
      <Limits words={words} />
    </div>
  )
}

const Limits = ({ words }: { readonly words: CodeWords }) => (
  <>
    <h2>{words.limits}</h2>
    <ul>
      {words.limitsSaid.map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  </>
)

type FieldProps = {
  readonly label: string
  readonly button: string
  readonly wrong: string | undefined
  readonly isBusy: boolean
  readonly onCode: (code: string) => void
}

/** Six digits, never kept by the browser. */
const CodeField = ({ label, button, wrong, isBusy, onCode }: FieldProps) => {
  const [typed, setTyped] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onCode(typed)
        setTyped('')
      }}
    >
      <div class="field">
        <label for="code">{label}</label>
        {wrong === undefined ? null : (
          <p class="notice brick" role="alert" id="code-wrong">
            {wrong}
          </p>
        )}
        <input
          id="code"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          dir="ltr"
          value={typed}
          aria-describedby={wrong === undefined ? undefined : 'code-wrong'}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <button class="btn wide" type="submit" disabled={isBusy}>
        {button}
      </button>
    </form>
  )
}

const NewCode = ({ phone, words }: { readonly phone: Phone; readonly words: CodeWords }) => {
  const [verdict, setVerdict] = useState<SetVerdict | 'not_six' | 'busy'>()
  const set = async (code: string): Promise<void> => {
    if (!isCode(code)) return setVerdict('not_six')
    setVerdict('busy')
    setVerdict(await phone.act(() => phone.vault.set(code)))
  }
  const wrong = { not_six: words.notSix, offline: words.needsNetwork, sign_in: words.unknownPhone }
  return (
    <CodeField
      label={words.choose}
      button={words.set}
      isBusy={verdict === 'busy'}
      wrong={verdict && verdict !== 'busy' && verdict !== 'done' ? wrong[verdict] : undefined}
      onCode={(code) => void set(code)}
    />
  )
}

type AskedProps = {
  readonly phone: Phone
  readonly words: CodeWords
  readonly onOpen: (() => void) | undefined
}

const Asked = ({ phone, words, onOpen }: AskedProps) => {
  const [told, setTold] = useState<Unlocked | 'not_six' | 'busy'>()
  const unlock = async (code: string): Promise<void> => {
    if (!isCode(code)) return setTold('not_six')
    setTold('busy')
    const done = await phone.act(() => phone.vault.unlock(code))
    setTold(done)
    if (done?.verdict === 'open') onOpen?.()
  }
  return (
    <CodeField
      label={words.yours}
      button={words.open}
      isBusy={told === 'busy'}
      wrong={wrongOf(told, words)}
      onCode={(code) => void unlock(code)}
    />
  )
}

function wrongOf(told: Unlocked | 'not_six' | 'busy' | undefined, words: CodeWords): string | undefined {
  if (told === 'not_six') return words.notSix
  if (told === undefined || told === 'busy') return undefined
  return told.verdict === 'wrong' ? words.wrong(String(told.left)) : undefined
}
