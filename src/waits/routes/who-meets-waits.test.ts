// Every address of the explorer, for whoever has no business there: what is hidden is as what does not exist.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import {
  addMember,
  as,
  type Browser,
  makeAccount,
  makeMember,
  makeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { plantSource } from '../../../tools/testing/planted-source.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ABSENT = '0191c4b8-5a10-7c3e-9d53-5f4f6a0a1b2c'
const ENDINGS = ['.svg', '.png', '.csv', '.json', '.pdf']

let t: TestDatabase
let source: string
let app: ReturnType<typeof testApp>
const browsers = new Map<string, Browser>()
const browser = (name: string): Browser =>
  browsers.get(name) ??
  (() => {
    throw new RangeError(name)
  })()
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, () => NOW)
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const cases = Array.from({ length: 60 }, () => ({
    place: 'Secret',
    category: 'Gaz',
    opened: 20_000,
    closed: 20_010,
    outcome: 1,
  }))
  source = await plantSource(t.owner, union, { name: 'Fichier des Tilleuls', asOf: '2026-11-01', cases })
  for (const circle of ['canvasser', 'treasurer', 'administrator'] as const) {
    const account = await makeAccount(t, circle)
    await addMember(t, union, account, circle)
    browsers.set(circle, await as(t, app, account))
  }
  browsers.set('organiser', await as(t, app, await makeMember(t, union, 'Inès', 'organiser')))
  const other = await makeSpace(t, 'union', 'Union du Canal')
  browsers.set('another union', await as(t, app, await makeMember(t, other, 'Bruno', 'officer')))
})
afterAll(() => t?.stop())

/** All that an answer says, without what changes at each one. */
const saidOf = async (who: string, path: string) => {
  const { status, html } = await browser(who).get(path)
  return { status, html: html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}(\.[\w-]+)?/g, '·') }
}

describe('whoever has no business there', () => {
  it('the rows are there, and an organiser reads them', async () => {
    const { rows } = await sql`select 1 from union_space.source_wait where source_id = ${source}`.execute(
      t.owner,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect((await browser('organiser').get(`/attentes/${source}`)).text).toContain('Fichier des Tilleuls')
  })

  it.each(['canvasser', 'treasurer', 'administrator'])('%s: no address exists', async (circle) => {
    for (const path of [
      '/attentes',
      `/attentes/${source}`,
      '/attentes/heures',
      ...ENDINGS.map((ending) => `/attentes${ending}`),
    ])
      expect([path, (await browser(circle).get(path)).status]).toEqual([path, 404])
  })

  it('another union: a source that is hidden answers as one that is not there, whatever is asked', async () => {
    const ways = [
      (id: string) => `/attentes/${id}`,
      (id: string) => `/attentes?source=${id}`,
      (id: string) => `/attentes/heures?source=${id}`,
      ...ENDINGS.flatMap((ending) => [
        (id: string) => `/attentes${ending}?source=${id}`,
        (id: string) => `/attentes${ending}?source=${id}&exact=oui`,
      ]),
    ]
    for (const way of ways) {
      const hidden = await saidOf('another union', way(source))
      expect([way('x'), hidden]).toEqual([way('x'), await saidOf('another union', way(ABSENT))])
      expect([404, 422]).toContain(hidden.status)
      expect(hidden.html).not.toMatch(/Tilleuls|Secret|Gaz/)
    }
  })

  it('a visitor is sent to the door, or meets nothing', async () => {
    for (const path of [
      '/attentes',
      `/attentes/${source}`,
      `/attentes/${ABSENT}`,
      ...ENDINGS.map((ending) => `/attentes${ending}?source=${source}`),
    ]) {
      const answer = await app.request(`http://localhost:3000${path}`, {
        headers: { host: 'localhost:3000' },
      })
      const text = await answer.text()
      expect([path, answer.status]).toEqual([path, 303])
      expect(text).not.toMatch(/Tilleuls|Secret|Gaz/)
    }
  })
})
