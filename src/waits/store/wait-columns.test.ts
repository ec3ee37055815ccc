import { describe, expect, it } from 'vitest'
import { wholeNumbers } from './wait-columns.ts'

describe('a list of whole numbers as the database writes it', () => {
  it.each<[string, readonly number[], string]>([
    ['{}', [], 'nothing'],
    ['{0}', [0], 'one'],
    ['{3,14,159}', [3, 14, 159], 'several'],
    ['{-1,2147483647,-2147483648}', [-1, 2_147_483_647, -2_147_483_648], 'the ends of the type'],
  ])('%s holds %o (%s)', (text, numbers) => {
    expect([...wholeNumbers(text)]).toEqual(numbers)
  })
})
