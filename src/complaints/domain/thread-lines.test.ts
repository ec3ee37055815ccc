import { describe, expect, it } from 'vitest'
import { line } from '../../../tools/testing/thread.ts'
import { linesOf, standingVersion } from './thread-lines.ts'

const told = line('2026-07-02', 'first_telling')
const wrong = line('2026-07-06', 'registered', { words: 'le 6' })
const right = line('2026-07-09', 'registered', { words: 'le 9', supersedes: wrong.id })
const gone = line('2026-08-01', 'confirmed_gone')
const takenBack = line('2026-11-20', 'retraction', { words: 'C’était une autre porte', supersedes: gone.id })

describe('the lines of a thread as a page shows them', () => {
  it('keeps what a correction replaced beside what it says now', () => {
    expect(
      linesOf([told, wrong, right]).map(({ event, former }) => [event.id, former.map((f) => f.id)]),
    ).toEqual([
      [told.id, []],
      [right.id, [wrong.id]],
    ])
  })

  it('keeps what was taken back at the place where it was told, with the reason', () => {
    const [, line2] = linesOf([told, gone, takenBack])
    expect([line2?.event.id, line2?.retraction?.words]).toEqual([gone.id, 'C’était une autre porte'])
  })

  it('corrected twice, then taken back: every version stays', () => {
    const again = line('2026-07-10', 'registered', { supersedes: right.id })
    const back = line('2026-11-20', 'retraction', { supersedes: again.id })
    const all = linesOf([told, wrong, right, again, back])
    expect(all).toHaveLength(2)
    expect(all[1]).toMatchObject({ event: { id: again.id }, retraction: { id: back.id } })
    expect(all[1]?.former.map(({ id }) => id)).toEqual([right.id, wrong.id])
    for (const { id } of [wrong, right, again, back])
      expect(standingVersion([told, wrong, right, again, back], id)?.event.id).toBe(again.id)
  })

  it('a line that supersedes one that is not there is still shown', () => {
    expect(linesOf([right]).map(({ event }) => event.id)).toEqual([right.id])
  })
})
