import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addInstance, answer, type Answers, openForm } from '../../instruments/domain/answers/open-form.ts'
import {
  answerInWords,
  askedQuestions,
  openRepeats,
  standingAnswers,
  tellingsOf,
  wordsIn,
} from './asked-questions.ts'
import { WAIT_INSTRUMENT } from './wait-instrument.ts'

const opened = openForm(WAIT_INSTRUMENT, {
  now: new Date('2026-11-24T10:00:00Z'),
  random: () => 0.5,
  language: 'Français (fr)',
})
const WAIT = '/delais/wait[1]'
const say = (answers: Answers, said: Readonly<Record<string, string>>): Answers =>
  Object.entries(said).reduce((now, [name, value]) => answer(now, `${WAIT}/${name}`, value), answers)
const namesAsked = (answers: Answers) => askedQuestions(answers).map(({ question }) => question.name)

const ALWAYS = ['problem', 'words', 'since', 'since_said', 'told_to', 'effects', 'wanted', 'wanted_words']
const IF_TOLD = ['told_how', 'told_when', 'reminders', 'answer', 'contempt']

it.each([
  ['nothing yet: whom one told is not known', {}, IF_TOLD],
  ['nobody was told: nothing to say of how', { told_to: 'nobody' }, []],
  ['the caretaker was told', { told_to: 'caretaker' }, IF_TOLD],
  ['a promise was made: which one', { told_to: 'agency', answer: 'promised' }, [...IF_TOLD, 'promise']],
  ['a promise, but nobody was told after all', { answer: 'promised', told_to: 'nobody' }, []],
])('asks what follows from what was said: %s', (_, said, more) => {
  expect(namesAsked(say(opened, said)).toSorted()).toEqual([...ALWAYS, ...more].toSorted())
})

it('asks each wait of a household the same questions, each answer in its own place', () => {
  const [again] = openRepeats(opened)
  const two = askedQuestions(addInstance(opened, again?.parent ?? '', again?.repeat.name ?? ''))
  expect(two).toHaveLength(26)
  expect([two[0]?.path, two[13]?.path]).toEqual([`${WAIT}/problem`, '/delais/wait[2]/problem'])
  expect([two[12]?.rank, two[13]?.rank]).toEqual([1, 2])
})

it.each([
  ['-1', 'constraint'],
  ['0', null],
  ['1000', null],
  ['1001', 'constraint'],
])('%s reminders', (value, violation) => {
  const said = say(opened, { reminders: value })
  expect(askedQuestions(said).find(({ question }) => question.name === 'reminders')?.violation).toBe(
    violation,
  )
  expect(standingAnswers(said).has(`${WAIT}/reminders`)).toBe(violation === null)
})

it('what is no longer asked is taken back, and told again when it is asked again', () => {
  const before = say(opened, { told_to: 'agency', answer: 'promised', promise: 'lundi' })
  const promised = standingAnswers(before)
  const nobody = standingAnswers(say(before, { told_to: 'nobody' }))
  expect(tellingsOf(promised, nobody)).toEqual([
    { kind: 'answer_cleared', body: { path: `${WAIT}/answer` } },
    { kind: 'answer_cleared', body: { path: `${WAIT}/promise` } },
    { kind: 'answer_set', body: { path: `${WAIT}/told_to`, value: 'nobody' } },
  ])
  expect(tellingsOf(nobody, promised)).toHaveLength(3)
})

it('whoever hears all that was told knows what stands', () => {
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'))
  fc.assert(
    fc.property(fc.array(answers), (steps) => {
      const heard = new Map<string, string>()
      let told: ReadonlyMap<string, string> = new Map()
      for (const step of steps) {
        const standing = new Map(Object.entries(step))
        for (const { kind, body } of tellingsOf(told, standing)) {
          if (kind === 'answer_set') heard.set(body.path, body.value)
          else heard.delete(body.path)
        }
        told = standing
        expect(heard).toEqual(standing)
      }
    }),
  )
})

const asked = askedQuestions(say(opened, { told_to: 'agency', answer: 'promised' }))

it.each(['fr', 'ar', 'en'])('has words for every question and every choice in %s', (tag) => {
  expect(asked).toHaveLength(14)
  for (const { question } of asked) expect(wordsIn(WAIT_INSTRUMENT, question.label, tag)).not.toBe('')
  for (const { label } of Object.values(WAIT_INSTRUMENT.lists).flat())
    expect(wordsIn(WAIT_INSTRUMENT, label, tag)).not.toBe('')
})

it('reads in French on a phone whose language the form does not speak', () => {
  expect(wordsIn(WAIT_INSTRUMENT, asked[0]?.question.label, 'de')).toBe('Qu’est-ce que vous attendez\u202f?')
})

it('tells an answer in words', () => {
  const effects = asked.find(({ question }) => question.name === 'effects')?.question
  expect(effects && answerInWords(WAIT_INSTRUMENT, effects, 'sleep health', 'fr')).toBe(
    'La santé, Le sommeil',
  )
  const words = asked[1]?.question
  expect(words && answerInWords(WAIT_INSTRUMENT, words, 'Ça goutte.', 'fr')).toBe('Ça goutte.')
})
