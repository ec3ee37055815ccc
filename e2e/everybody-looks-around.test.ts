// The invented neighbourhood, walked link by link by its people: what each meets, and what nobody else must.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { as, testApp } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { deliverPassages } from '../src/access/doorkeeper.ts'
import { calendarDay } from '../src/kernel/calendar-day.ts'
import { DEMO_PEOPLE, demoAccountId } from '../src/seed/demo-people.ts'
import { seedId, SPACES } from '../src/seed/neighbourhood.ts'
import { plantNeighbourhood } from '../src/seed/plant.ts'
import { DOORS } from '../src/web/doors.ts'

const TODAY = calendarDay('2026-11-22')
const NOW = new Date('2026-11-22T10:00:00Z')
const MOST_PAGES = 60

let t: TestDatabase
let stage: Stage
beforeAll(async () => {
  t = await testDatabase()
  await plantNeighbourhood(t.owner, TODAY, NOW)
  await deliverPassages(t.logins, DOORS, NOW)
  stage = await openStage(t)
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

const patternOf = (path: string): string =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '')

type Seen = { readonly path: string; readonly status: number; readonly text: string }

/** Every page one can reach by links, one page per shape of address (the tenth home looks like the first). */
async function walk(key: string): Promise<readonly Seen[]> {
  const browser = await as(t, testApp(t), { accountId: demoAccountId(key) }, { secondFactor: true })
  const [seen, known, todo] = [
    [] as Seen[],
    new Set<string>(),
    ['/aujourdhui', '/compte', '/espaces', '/unions'],
  ]
  while (todo.length > 0 && seen.length < MOST_PAGES) {
    const path = todo.shift() ?? ''
    if (known.has(patternOf(path))) continue
    known.add(patternOf(path))
    const page = await browser.get(path)
    seen.push({ path, status: page.status, text: page.text })
    for (const [, href = ''] of page.html.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      todo.push(href.replaceAll('&amp;', '&'))
  }
  return seen
}

const kindOf = (key: string) =>
  SPACES.find((s) => s.key === DEMO_PEOPLE.find((p) => p.key === key)?.space)?.kind
const namesOf = async (space: string): Promise<string[]> => {
  const rows = await t.owner
    .withSchema('union_space')
    .selectFrom('person')
    .select('name')
    .where('space_id', '=', seedId('space', space))
    .execute()
  return rows.map((r) => r.name)
}
/** The one person who agreed to be presented, and only to that landlord. */
const SPOKESPERSON_SEEN_BY = ['gerard', 'helene', 'patrick']

describe.each(DEMO_PEOPLE.map((p) => p.key))('%s', (key) => {
  it('meets no dead link, and no name that was not given to their space', async () => {
    const seen = await walk(key)
    expect(
      seen.filter((s) => s.status !== 200 && s.path !== '/').map((s) => `${s.status} ${s.path}`),
    ).toEqual([])
    expect(seen.length).toBeGreaterThan(6)
    const own = DEMO_PEOPLE.find((p) => p.key === key)
    const reads =
      own?.circles.some((c) => ['organiser', 'steward', 'canvasser', 'officer'].includes(c)) ?? false
    const ours = kindOf(key) === 'union' && reads ? await namesOf(own?.space ?? '') : []
    const [spokesperson] = await t.owner
      .withSchema('union_space')
      .selectFrom('consent as c')
      .innerJoin('person as p', (on) =>
        on.onRef('p.space_id', '=', 'c.space_id').onRef('p.id', '=', 'c.person_id'),
      )
      .select('p.name')
      .where('c.purpose', '=', 'presented_to_landlord')
      .execute()
    const given = new Set([
      ...ours,
      ...(SPOKESPERSON_SEEN_BY.includes(key) ? [spokesperson?.name ?? ''] : []),
    ])
    const every = [...(await namesOf('tilleuls')), ...(await namesOf('canal')), ...(await namesOf('brume'))]
    const foreign = every.filter((name) => !given.has(name))
    const leaks = seen.flatMap((s) =>
      foreign.filter((name) => s.text.includes(name)).map((name) => `${s.path} shows ${name}`),
    )
    expect(leaks).toEqual([])
    const meetsOwn = seen.some((s) => ours.some((name) => s.text.includes(name)))
    expect(meetsOwn).toBe(ours.length > 0) // whoever reads people does meet names: the walk can find some
  })
})

/** Axe runs its own script in the page, so it looks with scripts on; the others read without any. */
async function read(key: string, axe: boolean): Promise<string[]> {
  const context = await stage.openAt(
    320,
    { accountId: demoAccountId(key) },
    { javaScriptEnabled: axe, colorScheme: 'dark' },
  )
  const page = await context.newPage()
  const found: string[] = []
  for (const { path } of await walk(key)) {
    if (path.endsWith('.json')) continue
    await page.goto(`${stage.site}${path}`)
    found.push(...(await lookAt(page, `${key}-${patternOf(path).replaceAll('/', '_')}`, { axe })))
  }
  await context.close()
  return found
}

it.each(['jo', 'gerard', 'lea', 'camille'])(
  '%s reads every page at 320 px, in the dark, without a script',
  async (key) => {
    expect(await read(key, false)).toEqual([])
  },
)

it('Maryse, who may open the most pages, meets none that axe refuses', async () => {
  expect(await read('maryse', true)).toEqual([])
}, 300_000)
