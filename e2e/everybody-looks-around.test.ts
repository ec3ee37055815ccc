// The invented neighbourhood, walked link by link by its people: what each meets, and what nobody else must.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_SECRET, type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { as, testApp } from '../tools/testing/people.ts'
import { type Look, lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { deliverPassages } from '../src/access/doorkeeper.ts'
import { secretsOf } from '../src/access/secrets.ts'
import { calendarDay } from '../src/kernel/calendar-day.ts'
import { DEMO_PEOPLE, demoAccountId } from '../src/seed/demo-people.ts'
import { seedId, SPACES } from '../src/seed/neighbourhood.ts'
import { plantNeighbourhood } from '../src/seed/plant.ts'
import { plantSources } from '../src/seed/plant-sources.ts'
import { DOORS } from '../src/web/doors.ts'

const TODAY = calendarDay('2026-11-22')
const NOW = new Date('2026-11-22T10:00:00Z')
const MOST_PAGES = 100

let t: TestDatabase
let stage: Stage
beforeAll(async () => {
  t = await testDatabase()
  await plantNeighbourhood(t.owner, TODAY, NOW, secretsOf(TEST_SECRET))
  await plantSources(t.logins, TODAY, NOW)
  await deliverPassages(t.logins, DOORS, NOW)
  stage = await openStage(t)
})
afterAll(async () => {
  await stage?.close()
  await t?.stop()
})

const patternOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/(\/delais\/)[^/?]+/, '$1:rule')
    .replace(/\?.*/, '')

/** The marks and styles that a page is made of. */
const marksOf = (html: string): readonly string[] => [
  ...new Set(html.match(/<[a-z][a-z0-9]*(?: class="[^"]*")?/g)),
]

type Seen = {
  readonly path: string
  /** And not a file to keep. */
  readonly isPage: boolean
  readonly status: number
  readonly text: string
  readonly marks: readonly string[]
}

const walks = new Map<string, Promise<readonly Seen[]>>()
/** Each walks once: what was seen is then read in several lights. */
function walk(key: string): Promise<readonly Seen[]> {
  const walked = walks.get(key) ?? goRound(key)
  walks.set(key, walked)
  return walked
}

/** Every page one can reach by links, one page per shape of address (the tenth home looks like the first). */
async function goRound(key: string): Promise<readonly Seen[]> {
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
    seen.push({
      path,
      status: page.status,
      text: page.text,
      marks: marksOf(page.html),
      isPage: page.html.startsWith('<!doctype html>'),
    })
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

type Light = { readonly width: number; readonly scripts: boolean; readonly print?: boolean }

/** Opens pages one after the other in one window; what is wrong with them, by name. */
async function read(key: string, pages: readonly Seen[], light: Light, looks: readonly Look[]) {
  const context = await stage.openAt(
    light.width,
    { accountId: demoAccountId(key) },
    { javaScriptEnabled: light.scripts, colorScheme: 'dark' },
  )
  const page = await context.newPage()
  if (light.print) await page.emulateMedia({ media: 'print' })
  const found: string[] = []
  for (const { path } of pages.filter((seen) => seen.isPage)) {
    await page.goto(`${stage.site}${path}`)
    const name = `${key}-${patternOf(path).replaceAll('/', '_')}`
    for (const look of looks) found.push(...(await lookAt(page, name, look)))
  }
  await context.close()
  return found
}

it.each(['jo', 'gerard', 'lea', 'camille'])(
  '%s reads every page at 320 px, in the dark, without a script',
  async (key) => {
    expect(await read(key, await walk(key), { width: 320, scripts: false }, [{ axe: 'no' }])).toEqual([])
  },
)

const A4_WITHIN_MARGINS = 673
it('Maryse prints every page, and none is cut by the edge of the paper', async () => {
  const paper = { width: A4_WITHIN_MARGINS, scripts: false, print: true }
  expect(await read('maryse', await walk('maryse'), paper, [{ axe: 'no' }])).toEqual([])
})

/** Axe runs its own script in the page, so it looks with scripts on. By night only what the palette changes is asked again. */
const BOTH_LIGHTS: readonly Look[] = [
  { axe: 'contrast', colorScheme: 'dark' },
  { axe: 'all', colorScheme: 'light' },
]

/** A page like one already looked at, at the same address and with no mark of its own, would be refused with it. */
function freshOf(pages: readonly Seen[], known: Set<string>): readonly Seen[] {
  return pages.filter(({ path, marks }) => {
    const own = marks.map((mark) => `${patternOf(path)} ${mark}`).filter((mark) => !known.has(mark))
    for (const mark of own) known.add(mark)
    return own.length > 0
  })
}

it('nobody meets a page that axe refuses, by day or by night', async () => {
  const known = new Set<string>()
  const found: string[] = []
  let looked = 0
  for (const { key } of DEMO_PEOPLE) {
    const fresh = freshOf(await walk(key), known)
    looked += fresh.length
    found.push(...(await read(key, fresh, { width: 320, scripts: true }, BOTH_LIGHTS)))
  }
  expect(found).toEqual([])
  expect(looked).toBeGreaterThan(40)
}, 300_000)

it('on a phone the menu opens without a script, and leads somewhere', async () => {
  const context = await stage.openAt(320, { accountId: demoAccountId('ines') }, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${stage.site}/aujourdhui`)
  expect(await page.getByRole('link', { name: 'Personnes', exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Personnes', exact: true }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Personnes')
  const top = await page.locator('header').boundingBox()
  expect(top?.height).toBeLessThan(64)
  await context.close()
})
