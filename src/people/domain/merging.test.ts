import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayUndo, type Merger, planMerge, type MergerPerson, pointedAfter } from './merging.ts'

const alone = (id: string): MergerPerson => ({ id, mergedInto: null })
const files = [alone('a'), alone('b'), alone('c'), { id: 'd', mergedInto: 'b' }]

describe('joining two files', () => {
  it.each([
    ['a', 'a', 'same_person', 'a file is not joined to itself'],
    ['a', 'x', 'no_such_person', 'one of them is not here'],
    ['a', 'd', 'already_joined', 'it already points at another'],
    ['d', 'a', 'already_joined', 'the kept one is itself a part of another'],
  ])('%s with %s is refused: %s (%s)', (kept, merged, because) => {
    expect(planMerge(files, kept, merged)).toEqual({ ok: false, refusal: { because } })
  })

  it('takes along the files that pointed at the joined one', () => {
    expect(planMerge(files, 'a', 'b')).toEqual({ ok: true, value: { repointed: ['d'] } })
  })
})

it('a joining is undone from the latest back: an earlier one waits', () => {
  const first: Merger = { id: '1', keptId: 'b', mergedId: 'd', repointed: [], undone: false }
  const after = pointedAfter(files, { keptId: 'a', mergedId: 'b', repointed: ['d'] }, false)
  expect(mayUndo(after, first)).toMatchObject({ refusal: { because: 'later_merger_first' } })
  expect(mayUndo(files, first)).toMatchObject({ ok: true })
  expect(mayUndo(files, { ...first, undone: true })).toMatchObject({ refusal: { because: 'already_undone' } })
})

describe('laws', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const pairs = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 })

  it('undoing every joining, the latest first, restores exactly', () => {
    fc.assert(
      fc.property(pairs, (asked) => {
        const start = ids.map(alone)
        const done: { before: readonly MergerPerson[]; merger: Merger }[] = []
        let now: readonly MergerPerson[] = start
        for (const [keptId, mergedId] of asked) {
          const plan = planMerge(now, keptId, mergedId)
          if (!plan.ok) continue
          const merger = { id: '', keptId, mergedId, repointed: plan.value.repointed, undone: false }
          done.push({ before: now, merger })
          now = pointedAfter(now, merger, false)
          // nothing ever points at a file that itself points elsewhere
          const heads = new Set(now.filter((f) => f.mergedInto === null).map((f) => f.id))
          expect(now.every((f) => f.mergedInto === null || heads.has(f.mergedInto))).toBe(true)
        }
        for (const { before, merger } of done.reverse()) {
          expect(mayUndo(now, merger).ok).toBe(true)
          now = pointedAfter(now, merger, true)
          expect(now).toEqual(before)
        }
        expect(now).toEqual(start)
      }),
    )
  })
})
