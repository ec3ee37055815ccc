import { expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import type { Bodies } from './event.ts'
import { readEvent } from './read-event.ts'

const at = new Date('2026-11-20T18:00:00Z')
const base = {
  id: newId(at),
  visit: newId(at),
  door: newId(at),
  form: null,
  at: '2019-01-01T00:00:00Z',
  boot: { id: 'b', ms: 12.5 },
}
const place = { staircase: newId(at), floor: -1, position: 2 }
const sha = 'c'.repeat(64)

const GOOD: { [K in keyof Bodies]: Bodies[K] } = {
  visit_opened: { ...place, sampling: 'petition' },
  outcome_noted: { outcome: 'come_back', comeBackOn: null },
  answer_set: { path: '/wait[1]/since', value: { day: '2025-11', precision: 'month' } },
  answer_cleared: { path: '/wait[1]/since' },
  contact_given: { name: 'Ines Ferrah', phone: '', email: '', language: 'ar' },
  consent_given: { purpose: 'kept', wording: '2026-11 fr' },
  consent_withdrawn: { purpose: 'kept' },
  code_drawn: { code: '4F7K29TQXB' },
  blob_added: { sha256: sha, kind: 'voice', bytes: 40_000 },
  visit_closed: {},
  visit_corrected: { supersedes: newId(at) },
  door_found: { ...place, label: 'au fond' },
  undone: { events: [newId(at)] },
}

it.each(Object.entries(GOOD))('reads %s as it was written, whatever the clock says', (kind, body) => {
  const event = { ...base, kind, body }
  expect(readEvent(event)).toEqual({ ok: true, value: event })
})

it('leaves out what a newer phone adds to a body', () => {
  const read = readEvent({ ...base, kind: 'answer_cleared', body: { path: '/a', why: 'x' } })
  expect(read).toMatchObject({ ok: true, value: { body: { path: '/a' } } })
  expect(JSON.stringify(read)).not.toContain('why')
})

it.each<[string, unknown, string]>([
  ['nothing', null, 'not_an_event'],
  ['a list', [], 'not_an_event'],
  ['no door', { ...base, door: '', kind: 'visit_closed', body: {} }, 'not_an_event'],
  ['a clock that says nothing', { ...base, at: 'hier', kind: 'visit_closed', body: {} }, 'not_an_event'],
  ['a kind of tomorrow', { ...base, kind: 'door_painted', body: {} }, 'unknown_kind'],
  ['a kind that every object has', { ...base, kind: 'toString', body: {} }, 'unknown_kind'],
  [
    'an outcome of tomorrow',
    { ...base, kind: 'outcome_noted', body: { outcome: 'danced' } },
    'unreadable_body',
  ],
  ['an answer to nothing', { ...base, kind: 'answer_set', body: { path: '', value: 1 } }, 'unreadable_body'],
])('does not take %s for an event', (_, told, because) => {
  expect(readEvent(told)).toEqual({ ok: false, refusal: { because } })
})
