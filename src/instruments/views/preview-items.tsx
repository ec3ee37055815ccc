import { isAskable } from '../domain/askable.ts'
import type { Choice, Form, Item, Question, Wording } from '../domain/form.ts'
import { sayRequired } from './codebook.fr.ts'
import { sayExpression, sayWording } from './expression.fr.ts'
import { TYPE_WORDS } from './type-words.fr.ts'

type Props = { readonly form: Form; readonly items: readonly Item[]; readonly language: string }

/** Every item in its order, as it would be asked, with what decides whether it is. */
export const PreviewItems = ({ form, items, language }: Props) => (
  <ol class="bare previewed">
    {items.map((item) => (
      <li key={item.name}>
        {item.kind === 'question' ? (
          <PreviewQuestion form={form} question={item} language={language} />
        ) : (
          <>
            <p class="quiet small" lang="fr" dir="ltr">
              {item.kind === 'repeat' ? sayRepeat(item.count && sayExpression(item.count)) : 'Ensemble'}
            </p>
            <p>
              <strong>
                <Said wording={item.label} form={form} language={language} />
              </strong>
            </p>
            <Rules rules={[['Posé si', item.relevant && sayExpression(item.relevant)]]} />
            <PreviewItems form={form} items={item.items} language={language} />
          </>
        )}
      </li>
    ))}
  </ol>
)

const sayRepeat = (count: string | undefined): string =>
  count === undefined ? 'Se répète autant qu’il faut' : `Se répète\u202f: ${count} fois`

type QuestionProps = { readonly form: Form; readonly question: Question; readonly language: string }

function PreviewQuestion({ form, question, language }: QuestionProps) {
  const words = (wording: Question['label']) => sayWording(wording, language, form.defaultLanguage)
  const { constraint, relevant, calculation } = question
  const message = words(question.constraintMessage)
  return (
    <>
      <p class="quiet small" lang="fr" dir="ltr">
        {TYPE_WORDS[question.type]} · <code>{question.name}</code>
        {question.isAsked ? '' : ' · n’est pas posée'}
        {isAskable(question) ? '' : ' · le téléphone ne sait pas encore la poser'}
      </p>
      <p>
        <strong>
          <Said wording={question.label} form={form} language={language} />
        </strong>
      </p>
      {question.hint ? (
        <p class="small">
          <Said wording={question.hint} form={form} language={language} />
        </p>
      ) : null}
      <Choices choices={form.lists[question.list ?? ''] ?? []} words={words} />
      <Rules
        rules={[
          ['Posée si', relevant && sayExpression(relevant)],
          ['Obligatoire', sayRequired(question)],
          ['Choix offerts si', question.choiceFilter && sayExpression(question.choiceFilter)],
          ['Acceptée si', constraint && sayExpression(constraint)],
          ['Calcul', calculation && sayExpression(calculation)],
        ]}
      />
      {message === '' ? null : <p class="small">{message}</p>}
    </>
  )
}

type SaidProps = {
  readonly wording: Wording | undefined
  readonly form: Form
  readonly language: string
}

/** What is asked in another language for want of these words says so: its author sees what remains to translate. */
const Said = ({ wording, form, language }: SaidProps) => (
  <>
    <bdi>{sayWording(wording, language, form.defaultLanguage)}</bdi>
    {wording && !wording[language] ? (
      <>
        {' '}
        <span class="quiet small" lang="fr" dir="ltr">
          (pas traduit)
        </span>
      </>
    ) : null}
  </>
)

type ChoicesProps = {
  readonly choices: readonly Choice[]
  readonly words: (wording: Choice['label']) => string
}

const Choices = ({ choices, words }: ChoicesProps) =>
  choices.length === 0 ? null : (
    <ul>
      {choices.map(({ name, label }) => (
        <li key={name}>{words(label) || name}</li>
      ))}
    </ul>
  )

/** What decides, in French whatever the language of the form: it is said to its author. */
const Rules = ({ rules }: { readonly rules: readonly (readonly [string, string | undefined])[] }) => {
  const told = rules.filter(([, rule]) => rule)
  return told.length === 0 ? null : (
    <ul class="bare small quiet" lang="fr" dir="ltr">
      {told.map(([name, rule]) => (
        <li key={name}>
          {name}
          {'\u202f'}: <bdi>{rule}</bdi>
        </li>
      ))}
    </ul>
  )
}
