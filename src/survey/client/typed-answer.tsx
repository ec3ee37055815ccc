import { useState } from 'preact/hooks'
import { keptAs } from '../../instruments/domain/answers/typed-value.ts'
import type { Question, QuestionType } from '../../instruments/domain/form.ts'
import { fieldText } from './field-text.ts'
import type { QuestionProps } from './question.tsx'

/** A comma is typed where the form keeps a point; more figures than this are a slip of the finger. */
const MOST_LETTERS = 20
const FITTED: readonly QuestionType[] = ['integer', 'decimal', 'range', 'date', 'time', 'dateTime']

/** Words are kept as said. They are sealed when the field is left, so that a half word is not an answer. */
export const TypedAnswer = ({ asked, say, wrong, onAnswer }: QuestionProps) => {
  const { question, value } = asked
  const [typed, setTyped] = useState(value)
  const [isWrong, setWrong] = useState(false)
  const leave = (goOn: boolean): void => {
    const kept = readable(question, typed)
    setWrong(kept === undefined)
    if (kept !== undefined && (goOn || kept !== value)) onAnswer(() => kept, goOn)
  }
  const complaint = isWrong ? say.wrong : wrong
  const field: Typing = {
    id: 'answer',
    'aria-labelledby': 'asked',
    'aria-invalid': complaint !== undefined,
    'aria-describedby': 'answer-wrong',
    value: typed,
    autocomplete: 'off',
    onInput: (event: Event) => setTyped(fieldText(event)),
    onChange: () => leave(false),
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        leave(true)
      }}
    >
      <div class={complaint === undefined ? 'field' : 'field wrong'}>
        <p id="answer-wrong" class="error">
          {complaint}
        </p>
        <Field {...{ question, field }} />
      </div>
      <button class="btn wide" type="submit">
        {say.next}
      </button>
    </form>
  )
}

type Typing = {
  readonly id: string
  readonly 'aria-labelledby': string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string
  readonly value: string
  readonly autocomplete: 'off'
  readonly onInput: (event: Event) => void
  readonly onChange: () => void
}

const Field = ({ question: { type }, field }: { question: Question; field: Typing }) => {
  if (type === 'date') return <input type="date" {...field} />
  if (type === 'time') return <input type="time" {...field} />
  if (type === 'dateTime') return <input type="datetime-local" {...field} />
  if (!FITTED.includes(type)) return <textarea dir="auto" rows={3} maxLength={2000} {...field} />
  return <input inputMode={type === 'integer' ? 'numeric' : 'decimal'} maxLength={MOST_LETTERS} {...field} />
}

/** What was typed as its question keeps it; undefined when it is none of that type. */
function readable(question: Question, typed: string): string | undefined {
  const text = typed.trim().normalize('NFC')
  if (!FITTED.includes(question.type)) return text
  const kept = keptAs(question, text.replace(',', '.'))
  return kept === '' && text !== '' ? undefined : kept
}
