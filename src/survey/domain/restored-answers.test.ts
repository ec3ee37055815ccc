import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addInstance, answer, openForm } from '../../instruments/domain/answers/open-form.ts'
import { askedQuestions, standingAnswers } from './asked-questions.ts'
import { restoredAnswers } from './restored-answers.ts'
import { WAIT_INSTRUMENT } from './wait-instrument.ts'

const fresh = () =>
  openForm(WAIT_INSTRUMENT, { now: new Date('2026-11-24'), random: () => 0, language: 'fr' })

it('whatever was answered stands again, in as many waits', () => {
  const said = fc.record({ at: fc.nat(30), text: fc.constantFrom('damp', 'lift', 'agency', 'mars', '2') })
  fc.assert(
    fc.property(fc.array(said, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (all, waits) => {
      let now = fresh()
      for (let more = 1; more < waits; more++) now = addInstance(now, '/delais', 'wait')
      for (const { at, text } of all) {
        const asked = askedQuestions(now)
        const question = asked[at % asked.length]
        const choice = WAIT_INSTRUMENT.lists[question?.question.list ?? '']?.[at]?.name
        if (question) now = answer(now, question.path, choice ?? text)
      }
      const standing = standingAnswers(now)
      expect(standingAnswers(restoredAnswers(fresh(), standing))).toEqual(standing)
    }),
  )
})

it('a path that the form does not know changes nothing', () => {
  const standing = [['/delais/other[3]/problem', 'damp']] as const
  expect(standingAnswers(restoredAnswers(fresh(), standing))).toEqual(standingAnswers(fresh()))
})
