import { type Answers, choicesAt, wordsAt } from '../../instruments/domain/answers/open-form.ts'
import { CHOSEN, TYPED } from '../../instruments/domain/askable.ts'
import { type AskedQuestion, languageOf } from '../domain/asked-questions.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { ReadAloud } from './read-aloud.tsx'
import { TypedAnswer } from './typed-answer.tsx'
import type { Change } from './use-visit.ts'

export type QuestionProps = {
  readonly answers: Answers
  readonly asked: AskedQuestion
  readonly tag: string
  readonly say: PhoneWords['visit']
  /** Why one could not go on from this question. */
  readonly wrong: string | undefined
  /** Says an answer, and whether the next question may come at once. */
  readonly onAnswer: (change: Change, goOn: boolean) => void
}

/** One question on the screen; a single choice is one tap. */
export const QuestionView = (p: QuestionProps) => {
  const { asked, tag, say } = p
  const { question } = asked
  const title = said(p, question.label) || question.name
  const hint = said(p, question.hint)
  const choices = CHOSEN.includes(question.type) ? spokenChoices(p).map(({ words }) => words) : []
  return (
    <>
      <h1 id="asked" class="asked" tabIndex={-1}>
        {title}
      </h1>
      {hint === '' ? null : <p class="quiet">{hint}</p>}
      <ReadAloud text={[title, hint, ...choices].join('. ')} tag={tag} label={say.readAloud} />
      <Answering {...p} />
    </>
  )
}

const said = ({ answers, asked, tag }: QuestionProps, wording: AskedQuestion['question']['label']): string =>
  wordsAt(answers, asked.path, wording, languageOf(answers.form, tag))

const Answering = (p: QuestionProps) => {
  const { asked, say, onAnswer } = p
  const { question, value } = asked
  if (asked.isReadOnly || question.type === 'note') return value === '' ? null : <p dir="auto">{value}</p>
  if (CHOSEN.includes(question.type)) return <Choices {...p} />
  if (TYPED.includes(question.type)) return <TypedAnswer {...p} />
  if (question.type !== 'acknowledge') return <p class="notice">{say.notAskable}</p>
  return (
    <button
      type="button"
      class="btn second wide"
      aria-pressed={value !== ''}
      onClick={() => onAnswer(() => 'OK', true)}
    >
      {say.yesUnderstood}
    </button>
  )
}

const spokenChoices = (p: QuestionProps) =>
  choicesAt(p.answers, p.asked.path).map(({ name, label }) => ({ name, words: said(p, label) || name }))

const namesIn = (value: string): ReadonlySet<string> =>
  new Set(value.split(' ').filter((name) => name !== ''))

const Choices = (p: QuestionProps) => {
  const { asked, wrong, onAnswer } = p
  const { question, value } = asked
  const isMany = question.type !== 'select_one'
  const chosen = namesIn(value)
  const ranks = question.type === 'rank' ? [...chosen] : []
  const answer = (name: string): void => {
    if (isMany) onAnswer((now) => [...namesIn(now).symmetricDifference(new Set([name]))].join(' '), false)
    else onAnswer(() => name, true)
  }
  return (
    <>
      {wrong === undefined ? null : (
        <p class="notice brick" role="alert">
          {wrong}
        </p>
      )}
      <ul class="bigchoices" aria-labelledby="asked">
        {spokenChoices(p).map(({ name, words }) => (
          <li key={name}>
            <button
              type="button"
              class="btn second"
              aria-pressed={chosen.has(name)}
              onClick={() => answer(name)}
            >
              {ranks.includes(name) ? `${ranks.indexOf(name) + 1}. ${words}` : words}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
