import { expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { readEnvelope, type Envelope, envelopeBytes, LARGEST_ENVELOPE } from './envelope.ts'
import { newKeyPair, privateKeyOf, publicKeyOf, seal, unseal } from './seal.ts'
import { sha256Of, utf8 } from './bytes.ts'

const at = new Date('2026-11-20T18:00:00Z')
const pair = await newKeyPair()
const [publicKey, privateKey] = [await publicKeyOf(pair.publicKey), await privateKeyOf(pair.privateKey)]
const before = { device: newId(at), seq: 1, prev: '', campaign: newId(at), key: newId(at) }

async function sealed(
  event: { id: string; said?: string } = { id: newId(at), said: 'Le chauffage, depuis « août »' },
) {
  const done = await seal(event, publicKey, before)
  if (!done.ok) throw new Error(done.refusal.because)
  return { event, ...done.value }
}

it('comes back as it was said, to whoever holds the private half only', async () => {
  const { event, envelope, bytes, sha256 } = await sealed()
  expect(new TextDecoder().decode(bytes)).not.toContain('chauffage')
  expect(sha256).toBe(await sha256Of(bytes))
  expect(readEnvelope(bytes)).toEqual({ ok: true, value: envelope })
  expect(await unseal(envelope, privateKey)).toEqual({ ok: true, value: event })
  const other = await privateKeyOf((await newKeyPair()).privateKey)
  expect(await unseal(envelope, other)).toEqual({ ok: false, refusal: { because: 'does_not_open' } })
})

it('seals the same words twice into two envelopes that look nothing alike', async () => {
  const [one, two] = [await sealed({ id: newId(at) }), await sealed({ id: newId(at) })]
  expect(one.envelope.epk).not.toBe(two.envelope.epk)
  expect(one.envelope.box).not.toBe(two.envelope.box)
})

const flip = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
it.each<[keyof Envelope, (envelope: Envelope) => Partial<Envelope>]>([
  ['id', () => ({ id: newId(at) })],
  ['device', () => ({ device: newId(at) })],
  ['seq', () => ({ seq: 2, prev: 'a'.repeat(64) })],
  ['campaign', () => ({ campaign: newId(at) })],
  ['key', () => ({ key: newId(at) })],
  ['iv', ({ iv }) => ({ iv: flip(iv) })],
  ['box', ({ box }) => ({ box: flip(box) })],
])('does not open when its %s was altered', async (_, alter) => {
  const { envelope } = await sealed()
  const altered = { ...envelope, ...alter(envelope) }
  expect(readEnvelope(envelopeBytes(altered)).ok).toBe(true)
  expect(await unseal(altered, privateKey)).toEqual({ ok: false, refusal: { because: 'does_not_open' } })
})

it('refuses an event too long to travel before it is written down', async () => {
  const long = await seal(
    { id: newId(at), said: 'a'.repeat(LARGEST_ENVELOPE) } as { id: string },
    publicKey,
    before,
  )
  expect(long).toEqual({ ok: false, refusal: { because: 'too_large' } })
})

it.each<[string, (text: string) => string]>([
  ['cut short by the network', (text) => text.slice(0, -20)],
  ['with a space that canonical JSON has not', (text) => text.replace(':', ': ')],
  ['with a member more', (text) => text.replace('{', '{"a":1,')],
  ['that is the page of a hotel', () => '<!doctype html><title>Wi-Fi</title>'],
  ['of another version', (text) => text.replace('"v":1', '"v":2')],
  ['whose first says it has a previous', (text) => text.replace('"prev":""', `"prev":"${'a'.repeat(64)}"`)],
  ['of nothing', () => ''],
])('refuses a body %s', async (_, spoil) => {
  const { bytes } = await sealed()
  const spoilt = utf8(spoil(new TextDecoder().decode(bytes)))
  expect(readEnvelope(spoilt)).toEqual({ ok: false, refusal: { because: 'not_an_envelope' } })
})
