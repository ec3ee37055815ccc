import { useState } from 'preact/hooks'
import type { Form, Question } from '../../instruments/domain/form.ts'
import { choicesOf, wordsIn } from '../domain/asked-questions.ts'
import type { PhoneWords } from '../domain/phone-words.ts'

export type QuestionProps = {
  readonly form: Form
  readonly question: Question
  readonly value: string
  readonly tag: string
  readonly say: PhoneWords['visit']
  /** Says an answer, and whether the next question may come at once. */
  readonly onAnswer: (value: string, goOn: boolean) => void
}

/** One question on the screen; a single choice is one tap. */
export const QuestionView = (p: QuestionProps) => {
  const { form, question, tag } = p
  const hint = wordsIn(form, question.hint, tag)
  return (
    <>
      <h1 id="asked" class="asked" tabIndex={-1}>
        {wordsIn(form, question.label, tag) || question.name}
      </h1>
      {hint === '' ? null : <p class="quiet">{hint}</p>}
      {question.list === undefined ? <Typed key={question.name} {...p} /> : <Choices {...p} />}
    </>
  )
}

const Choices = ({ form, question, value, tag, onAnswer }: QuestionProps) => {
  const isMany = question.type === 'select_multiple'
  const chosen = new Set(value.split(' ').filter((name) => name !== ''))
  const answer = (name: string): void => {
    if (!isMany) return onAnswer(name, true)
    onAnswer([...chosen.symmetricDifference(new Set([name]))].join(' '), false)
  }
  return (
    <ul class="bigchoices" aria-labelledby="asked">
      {choicesOf(form, question).map(({ name, label }) => (
        <li key={name}>
          <button
            type="button"
            class="btn second"
            aria-pressed={chosen.has(name)}
            onClick={() => answer(name)}
          >
            {wordsIn(form, label, tag) || name}
          </button>
        </li>
      ))}
    </ul>
  )
}

const KEYBOARDS = { integer: 'numeric', decimal: 'decimal' } as const
const isNumber = (type: string): type is keyof typeof KEYBOARDS => type in KEYBOARDS

/** Words are kept as said. They are sealed when the field is left, so that a half word is not an answer. */
const Typed = ({ question, value, say, onAnswer }: QuestionProps) => {
  const [typed, setTyped] = useState(value)
  const [isWrong, setWrong] = useState(false)
  const leave = (goOn: boolean): void => {
    const text = typed.trim().normalize('NFC')
    const fits = !isNumber(question.type) || text === '' || /^\d{1,6}$/.test(text)
    setWrong(!fits)
    if (fits && (goOn || text !== value)) onAnswer(text, goOn)
  }
  const field = {
    id: 'answer',
    'aria-labelledby': 'asked',
    'aria-invalid': isWrong,
    value: typed,
    autocomplete: 'off',
    onInput: (event: Event) => setTyped(fieldText(event)),
  } as const
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        leave(true)
      }}
    >
      <div class={isWrong ? 'field wrong' : 'field'}>
        {isWrong ? <p class="error">{say.wrong}</p> : null}
        {isNumber(question.type) ? (
          <input {...field} inputMode={KEYBOARDS[question.type]} maxLength={6} />
        ) : (
          <textarea {...field} rows={3} maxLength={2000} />
        )}
      </div>
      <button class="btn wide" type="submit">
        {say.next}
      </button>
    </form>
  )
}

const fieldText = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement
    ? currentTarget.value
    : ''
