import { inScope, isIn } from '../../access/scope.ts'
import { UNION_FIELD } from '../../access/grant.ts'
import type { Logins } from '../../db/connect.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paceOf } from '../../kernel/pace.ts'
import type { PublicApp, PublicContext } from '../../ui/request.ts'
import { enrolDevice } from '../actions/campaigns.ts'
import { makePack } from '../actions/pack.ts'
import { base64url, sha256Of } from '../domain/bytes.ts'
import { LARGEST_ENVELOPE, readEnvelope } from '../domain/envelope.ts'
import type { Receipt } from '../domain/receipt.ts'
import {
  hashOfToken,
  holderOfDevice,
  keepEnvelope,
  knowsDevice,
  missingEnvelopes,
} from '../store/receiving.ts'

const PAGE = '/porte-a-porte'
const MOST_RECONCILED = 10_000
const MOST_RECONCILED_BYTES = 2 * 1024 * 1024
const HOUR = 3600
/** A stolen token must not fill the house. A day's queue of 5,000 leaves in minutes, and again after a bad network. */
const ENVELOPES = paceOf(20_000, HOUR)
const LISTS = paceOf(60, HOUR)
const ENROLMENTS = paceOf(30, HOUR)

/** Where phones send: no session but to enrol, a token of the device for the rest. Every answer is JSON. */
export function sendingRoutes(app: PublicApp, logins: Logins): void {
  app.post(`${PAGE}/appareils`, async (c) => {
    const { actor, keyring, now } = c.var
    if (!actor) return c.json({ because: 'sign_in' }, 401)
    if (actor.kind !== 'union' || !isIn(actor, ...UNION_FIELD)) return c.notFound()
    // A form of another page cannot say this type: with the guard of foreign forms, nobody is enrolled unknowingly.
    if (!c.req.header('content-type')?.startsWith('application/json'))
      return c.json({ because: 'not_json' }, 415)
    const wait = ENROLMENTS(actor.accountId, now)
    if (wait > 0) return later(c, wait)
    const hashOf = (token: string) => hashOfToken(keyring, token)
    return c.json(await inScope(logins, actor, (db) => enrolDevice(db, hashOf, now)), 201)
  })
  app.get(`${PAGE}/tournees.json`, async (c) => {
    const holder = await holderOfDevice(c.var.keyring, tokenOf(c))
    if (!holder) return c.json({ because: 'unknown_device' }, 401)
    return c.json(await inScope(logins, holder, (db) => makePack(db, c.var.today)))
  })
  app.get(`${PAGE}/demi-cle`, async (c) => {
    const token = tokenOf(c)
    if (!(await holderOfDevice(c.var.keyring, token))) return c.json({ because: 'unknown_device' }, 401)
    return c.json({ half: base64url(c.var.keyring.secrets.hash('survey-day', `${token} ${c.var.today}`)) })
  })
  app.put(`${PAGE}/envois/:id`, receive)
  app.post(`${PAGE}/rapprochement`, reconcile)
}

const tokenOf = (c: PublicContext): string =>
  /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? ''

/** Phones keep what they have and come back. */
const later = (c: PublicContext, seconds: number) =>
  c.json({ because: 'too_many' }, 429, { 'retry-after': String(seconds) })

async function receive(c: PublicContext) {
  const { keyring, now } = c.var
  const wait = ENVELOPES(tokenOf(c), now)
  if (wait > 0) return later(c, wait)
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length > LARGEST_ENVELOPE) return c.json({ because: 'too_large' }, 413)
  const envelope = readEnvelope(bytes)
  if (!envelope.ok) return c.json(envelope.refusal, 400)
  const { id } = envelope.value
  if (id !== c.req.param('id')) return c.json({ because: 'another_id' }, 400)
  const sha256 = await sha256Of(bytes)
  const kept = await keepEnvelope(keyring, tokenOf(c), { envelope: envelope.value, bytes, sha256, now })
  if (!kept) return c.json({ because: 'unknown_device' }, 401)
  const receipt: Receipt = { receipt: 1, id, sha256, receivedAt: kept.receivedAt.toISOString() }
  return c.json(receipt, kept.status)
}

async function reconcile(c: PublicContext) {
  const { keyring, now } = c.var
  const wait = LISTS(tokenOf(c), now)
  if (wait > 0) return later(c, wait)
  const text = await c.req.text()
  const sent = text.length > MOST_RECONCILED_BYTES ? undefined : sentIn(text)
  if (!sent) return c.json({ because: 'not_a_list' }, 400)
  if (!(await knowsDevice(keyring, tokenOf(c)))) return c.json({ because: 'unknown_device' }, 401)
  return c.json({ missing: await missingEnvelopes(keyring, tokenOf(c), sent) })
}

type SentLine = { readonly id: string; readonly sha256: string }

function sentIn(text: string): readonly SentLine[] | undefined {
  try {
    const said: unknown = JSON.parse(text)
    const list: unknown = typeof said === 'object' && said !== null && 'sent' in said ? said.sent : undefined
    if (!Array.isArray(list) || list.length > MOST_RECONCILED) return undefined
    return list.every(isSentLine) ? list : undefined
  } catch {
    return undefined
  }
}

const isSentLine = (line: unknown): line is SentLine =>
  typeof line === 'object' &&
  line !== null &&
  'id' in line &&
  'sha256' in line &&
  typeof line.id === 'string' &&
  isUuid(line.id) &&
  typeof line.sha256 === 'string' &&
  /^[0-9a-f]{64}$/.test(line.sha256)
