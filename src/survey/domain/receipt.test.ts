import { expect, it } from 'vitest'
import { readReceipt } from './receipt.ts'

const sent = { id: '00000000-0000-7000-8000-000000000001', sha256: 'a'.repeat(64) }
const written = { receipt: 1, ...sent, receivedAt: '2026-11-20T18:00:00.000Z' }

it.each([
  [201, 'kept anew'],
  [200, 'kept before'],
  [409, 'kept beside another content'],
])('believes %i with its own fingerprint: %s', (status) => {
  expect(readReceipt(sent, { status, text: JSON.stringify(written) })).toEqual({ ok: true, value: written })
})

it.each<[string, number, string, string]>([
  ['a 200 with the page of a hotel', 200, '<!doctype html><h1>Bienvenue</h1>', 'not_a_receipt'],
  ['a 200 with nothing', 200, '', 'not_a_receipt'],
  ['a 200 that says null', 200, 'null', 'not_a_receipt'],
  ['a 200 of another program', 200, '{"ok":true}', 'not_a_receipt'],
  ['an error, whatever it says', 500, JSON.stringify(written), 'not_a_receipt'],
  ['a redirection', 302, JSON.stringify(written), 'not_a_receipt'],
  [
    'the receipt of another envelope',
    201,
    JSON.stringify({ ...written, id: `${sent.id.slice(0, -1)}2` }),
    'of_something_else',
  ],
  [
    'a receipt of other bytes',
    201,
    JSON.stringify({ ...written, sha256: 'b'.repeat(64) }),
    'of_something_else',
  ],
])('does not believe %s', (_, status, text, because) => {
  expect(readReceipt(sent, { status, text })).toEqual({ ok: false, refusal: { because } })
})
