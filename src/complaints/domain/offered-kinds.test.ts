import { describe, expect, it } from 'vitest'
import { line } from '../../../tools/testing/thread.ts'
import type { ThreadEvent } from './event.ts'
import { EVENT_KINDS, type EventKind } from './event-kinds.ts'
import { isOffered, KIND_FAMILIES } from './offered-kinds.ts'

const told = line('2026-07-02', 'first_telling')
const closed = line('2026-08-28', 'closed_by_landlord')
const gone = line('2026-09-01', 'confirmed_gone')
const takenBack = line('2026-09-02', 'retraction', { supersedes: gone.id })

describe('what can be added to a thread as it stands', () => {
  it('every kind but a retraction has its place in the list, once', () => {
    const listed: readonly EventKind[] = Object.values(KIND_FAMILIES).flat()
    const kinds = EVENT_KINDS.map(({ kind }) => kind).filter((kind) => kind !== 'retraction')
    expect(listed.toSorted()).toEqual(kinds.toSorted())
  })

  it.each<[EventKind, readonly ThreadEvent[], boolean, string]>([
    ['first_telling', [], true, 'nobody was told'],
    ['first_telling', [told], false, 'told once is told'],
    ['reminder', [], false, 'nothing to say again'],
    ['reminder', [told], true, 'told and waiting'],
    ['reminder', [told, gone], true, 'one may note late what came first'],
    ['effect', [], true, 'what hurts begins before one complains'],
    ['contempt', [], true, 'so does contempt'],
    ['recurrence', [told], false, 'what lasts does not come back'],
    ['recurrence', [told, gone], true, 'what was gone may'],
    ['confirmed_gone', [told], true, 'it may be repaired any day'],
    ['confirmed_gone', [told, gone], false, 'once'],
    ['confirmed_gone', [told, gone, takenBack], true, 'what was taken back was not said'],
    ['moved_out', [], false, 'no wait to leave'],
    ['closure_contested', [told], false, 'nothing was closed'],
    ['closure_contested', [told, closed], true, 'the household says it is untrue'],
    ['retraction', [told], false, 'a retraction is of a line, from its own page'],
  ])('%s, %#: %o is %s (%s)', (kind, thread, offered) => expect(isOffered(kind, thread)).toBe(offered))
})
