// A phone at the doors, without its screens: it seals what it is told, and keeps the count of its envelopes.
import { sql } from 'kysely'
import { newId } from '../../src/kernel/ids.ts'
import type { Bodies, EventKind, SurveyEvent } from '../../src/survey/domain/event.ts'
import { publicKeyOf, seal } from '../../src/survey/domain/seal.ts'
import type { TestDatabase } from './database.ts'
import type { App, Browser } from './people.ts'

const SITE = 'http://localhost:3000'
type Said = { readonly [K in EventKind]: { readonly kind: K; readonly body: Bodies[K] } }[EventKind]
export type DoorPhone = {
  readonly device: string
  /** `form`: the fingerprint of the instrument that was open. */
  readonly said: (
    visit: string,
    door: string,
    all: readonly Said[],
    form?: string,
  ) => Promise<readonly string[]>
}

/** A phone of whoever is signed in there, that sends at once what it is told, to this campaign. */
export async function doorPhone(
  t: TestDatabase,
  app: App,
  browser: Browser,
  campaign: string,
): Promise<DoorPhone> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = (path: string, method: string, headers: Record<string, string>, body: BodyInit) =>
    app.request(
      new Request(new URL(path, SITE), {
        method,
        headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
        body,
      }),
    )
  const enrolled = await ask('/porte-a-porte/appareils', 'POST', { cookie }, '{}')
  const { device, token } = (await enrolled.json()) as { device: string; token: string }
  const { rows } = await sql<{ key_id: string; public_key: string }>`
    select key_id, public_key from union_space.survey_campaign where id = ${campaign}`.execute(t.owner)
  const key = await publicKeyOf(rows[0]?.public_key ?? '')
  const chain = { seq: 0, prev: '' }
  const say = async (visit: string, door: string, told: Said, form: string | null): Promise<string> => {
    const now = new Date()
    const base = { id: newId(now), visit, door, form, at: now.toISOString(), boot: { id: 'b', ms: 1 } }
    chain.seq++
    const head = { device, seq: chain.seq, prev: chain.prev, campaign, key: rows[0]?.key_id ?? '' }
    const sealed = await seal({ ...base, ...told } as SurveyEvent, key, head)
    if (!sealed.ok) throw new Error('too large')
    chain.prev = sealed.value.sha256
    const path = `/porte-a-porte/envois/${base.id}`
    const answer = await ask(path, 'PUT', { authorization: `Bearer ${token}` }, sealed.value.bytes)
    if (answer.status !== 201) throw new Error(`not received: ${answer.status}`)
    return base.id
  }
  const said: DoorPhone['said'] = async (visit, door, all, form) => {
    const ids = []
    for (const told of all) ids.push(await say(visit, door, told, form ?? null))
    return ids
  }
  return { device, said }
}
