import { expect, it } from 'vitest'
import { assertNever } from './assert-never.ts'

type Answer = 'yes' | 'no'

function opposite(answer: Answer): Answer {
  switch (answer) {
    case 'yes':
      return 'no'
    case 'no':
      return 'yes'
    default:
      return assertNever(answer)
  }
}

it('is never reached by a known case', () => {
  expect(opposite('yes')).toBe('no')
})

it('throws and shows the value when the type was lied to', () => {
  const lie: unknown = 'perhaps'
  expect(() => opposite(lie as Answer)).toThrow('impossible value: "perhaps"')
})
