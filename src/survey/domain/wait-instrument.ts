import type { Choice, Form, Question, QuestionType, Wording } from '../../instruments/domain/form.ts'
import { WAIT_AR } from './wait-instrument.ar.ts'
import { WAIT_EN } from './wait-instrument.en.ts'
import { WAIT_FR } from './wait-instrument.fr.ts'
import { WAIT_RULES } from './wait-rules.ts'
import { WAIT_LISTS, type WaitQuestion, type WaitWords } from './wait-words.ts'

const SPOKEN = [
  ['Français (fr)', WAIT_FR],
  ['العربية (ar)', WAIT_AR],
  ['English (en)', WAIT_EN],
] as const

const wording = (read: (words: WaitWords) => string): Wording =>
  Object.fromEntries(SPOKEN.map(([language, words]) => [language, [read(words)]]))

const ONE = 'select_one'
const MANY = 'select_multiple'
const QUESTIONS = [
  ['problem', ONE, 'problem'],
  ['words', 'text'],
  ['since', ONE, 'since'],
  ['since_said', 'text'],
  ['told_to', ONE, 'told_to'],
  ['told_how', ONE, 'told_how'],
  ['told_when', 'text'],
  ['reminders', 'integer'],
  ['answer', ONE, 'answer'],
  ['promise', 'text'],
  ['contempt', MANY, 'contempt'],
  ['effects', MANY, 'effects'],
  ['wanted', MANY, 'wanted'],
  ['wanted_words', 'text'],
] as const satisfies readonly (
  | readonly [WaitQuestion, QuestionType, keyof typeof WAIT_LISTS]
  | readonly [WaitQuestion, 'text' | 'integer']
)[]

const plain = ([name, type, list]: readonly [WaitQuestion, QuestionType, string?], at: number): Question => ({
  kind: 'question',
  name,
  type,
  isAsked: true,
  row: at + 3,
  label: wording((words) => words.questions[name]),
  ...(list === undefined ? {} : { list }),
})

const ruled = (question: Question, at: number): Question => {
  const rule = QUESTIONS[at] && WAIT_RULES[QUESTIONS[at][0]]
  const says = rule?.constraint && { constraintMessage: wording(({ wrongCount }) => wrongCount) }
  return { ...question, ...rule, ...says }
}

const choices = (list: keyof typeof WAIT_LISTS): readonly Choice[] =>
  WAIT_LISTS[list].map((name) => ({
    name,
    label: wording(({ choices: said }) => said[name]),
    columns: {},
  }))

const instrument = (version: string, questions: readonly Question[]): Form => ({
  id: 'delais_maltraitants',
  version,
  title: WAIT_FR.title,
  root: 'delais',
  languages: SPOKEN.map(([name, { tag }]) => ({ name, tag })),
  defaultLanguage: SPOKEN[0][0],
  style: '',
  items: [{ kind: 'repeat', name: 'wait', row: 2, items: questions }],
  lists: {
    problem: choices('problem'),
    since: choices('since'),
    told_to: choices('told_to'),
    told_how: choices('told_how'),
    answer: choices('answer'),
    contempt: choices('contempt'),
    effects: choices('effects'),
    wanted: choices('wanted'),
  },
  files: {},
})

/** As it was first asked, every question of every wait: campaigns that began with it go on with it. */
const FIRST = instrument('1', QUESTIONS.map(plain))

/** « Délais maltraitants »: what a household waits for, asked once for each of its waits. */
export const WAIT_INSTRUMENT = instrument('2', QUESTIONS.map(plain).map(ruled))

/** The latest first. */
export const WAIT_INSTRUMENTS: readonly Form[] = [WAIT_INSTRUMENT, FIRST]
