/** What each answer of a form is called and means: for those who will count them. */
import { writeTable } from '../../places/domain/csv-text.ts'
import type { Expression } from '../domain/expression.ts'
import type { Form, Item, Question } from '../domain/form.ts'
import { sayExpression, sayWording } from './expression.fr.ts'
import { isAlways, TYPE_WORDS } from './type-words.fr.ts'

export type CodebookLine = {
  readonly path: string
  readonly type: string
  readonly label: string
  readonly hint: string
  readonly relevant: string
  readonly required: string
  readonly constraint: string
  readonly calculation: string
  readonly choices: readonly { readonly name: string; readonly label: string }[]
}

const HEADERS = [
  'Réponse',
  'Sorte',
  'Question',
  'Indication',
  'Posée si',
  'Obligatoire',
  'Condition de la réponse',
  'Calcul',
  'Valeur',
  'Sens de la valeur',
]

const said = (rule: Expression | undefined): string => (rule ? sayExpression(rule) : '')

export const sayRequired = ({ required }: Question): string =>
  isAlways(required) ? 'oui' : required ? `si ${said(required)}` : ''

export function codebookOf(form: Form, language = form.defaultLanguage): readonly CodebookLine[] {
  const line = (question: Question, under: string, rules: readonly Expression[]): CodebookLine => ({
    path: `${under}${question.name}`,
    type: TYPE_WORDS[question.type],
    label: sayWording(question.label, language, form.defaultLanguage),
    hint: sayWording(question.hint, language, form.defaultLanguage),
    relevant: rules.map(said).join(', et '),
    required: sayRequired(question),
    constraint: said(question.constraint),
    calculation: said(question.calculation),
    choices: (form.lists[question.list ?? ''] ?? []).map(({ name, label }) => ({
      name,
      label: sayWording(label, language, form.defaultLanguage),
    })),
  })
  const walk = (items: readonly Item[], under: string, rules: readonly Expression[]): CodebookLine[] =>
    items.flatMap((item) => {
      const asked = item.relevant ? [...rules, item.relevant] : rules
      return item.kind === 'question'
        ? [line(item, under, asked)]
        : walk(item.items, `${under}${item.name}/`, asked)
    })
  return walk(form.items, '', [])
}

/** One line for an answer, then one for each value it may take. */
export function codebookCsv(form: Form): string {
  const rows = codebookOf(form).flatMap((line) => {
    const { path, type, label, hint, relevant, required, constraint, calculation, choices } = line
    const facts = [path, type, label, hint, relevant, required, constraint, calculation]
    const values = choices.map((choice) => [path, type, '', '', '', '', '', '', choice.name, choice.label])
    return [[...facts, '', ''], ...values]
  })
  return writeTable([HEADERS, ...rows])
}
