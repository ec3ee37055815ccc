import { expect, it } from 'vitest'
import { answerInWords, askedQuestions, choicesOf, hasRepeat, wordsIn } from './asked-questions.ts'
import { WAIT_INSTRUMENT } from './wait-instrument.ts'

const asked = askedQuestions(WAIT_INSTRUMENT, 2)

it('asks each wait of a household the same questions, each answer in its own place', () => {
  expect(hasRepeat(WAIT_INSTRUMENT)).toBe(true)
  expect(asked).toHaveLength(28)
  expect([asked[0]?.path, asked[14]?.path]).toEqual(['/delais/wait[1]/problem', '/delais/wait[2]/problem'])
  expect([asked[13]?.rank, asked[14]?.rank]).toEqual([1, 2])
})

it.each(['fr', 'ar', 'en'])('has words for every question and every choice in %s', (tag) => {
  for (const { question } of asked) {
    expect(wordsIn(WAIT_INSTRUMENT, question.label, tag)).not.toBe('')
    for (const { label } of choicesOf(WAIT_INSTRUMENT, question))
      expect(wordsIn(WAIT_INSTRUMENT, label, tag)).not.toBe('')
  }
})

it('reads in French on a phone whose language the form does not speak', () => {
  expect(wordsIn(WAIT_INSTRUMENT, asked[0]?.question.label, 'de')).toBe('Qu’est-ce que vous attendez\u202f?')
})

it('tells an answer in words', () => {
  const effects = asked.find(({ path }) => path === '/delais/wait[1]/effects')?.question
  expect(effects && answerInWords(WAIT_INSTRUMENT, effects, 'sleep health', 'fr')).toBe(
    'La santé, Le sommeil',
  )
  const words = asked[1]?.question
  expect(words && answerInWords(WAIT_INSTRUMENT, words, 'Ça goutte.', 'fr')).toBe('Ça goutte.')
})
