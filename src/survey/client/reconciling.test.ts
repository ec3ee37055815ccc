import { describe, expect, it } from 'vitest'
import { missingIn, sortMissing } from './reconciling.ts'

const sent = ['a', 'b', 'c'].map((id) => ({ id, sha256: id.repeat(64) }))

describe('what the union says that it lacks', () => {
  it.each([
    ['all is there', 200, '{"missing":[]}', []],
    ['one lacks', 200, '{"missing":["b"]}', ['b']],
    ['something that was not asked', 200, '{"missing":["z"]}', undefined],
    ['a list of something else', 200, '{"missing":[1]}', undefined],
    ['no list', 200, '{"missing":"b"}', undefined],
    ['the page of a hotel', 200, '<!doctype html>', undefined],
    ['nothing at all', 200, '', undefined],
    ['a refusal', 401, '{"missing":[]}', undefined],
    ['a server that is ill', 500, '{"missing":[]}', undefined],
  ])('%s', (_, status, text, missing) => {
    expect(missingIn(sent, { status, text })).toEqual(missing)
  })

  it('leaves again when it is still here, and is told to be lost when it is not', () => {
    expect(sortMissing(['a', 'b'], (id) => id === 'a')).toEqual({ again: ['a'], lost: ['b'] })
  })
})
