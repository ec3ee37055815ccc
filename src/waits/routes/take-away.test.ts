import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import { inventedWaits } from '../../../tools/testing/invented-waits.ts'
import {
  as,
  type Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { plantSource } from '../../../tools/testing/planted-source.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ASOF = dayNumber(calendarDay('2026-11-01'))
const small = {
  place: 'La Brume',
  category: '=HYPERLINK("x")',
  opened: ASOF - 40,
  closed: ASOF - 30,
  outcome: 1,
}

let t: TestDatabase
let team: MadeSpace
let researcher: Browser
let steward: Browser
beforeAll(async () => {
  t = await testDatabase()
  team = await makeSpace(t, 'research', 'Équipe')
  const cases = [...inventedWaits(3000, ASOF), ...Array.from({ length: 4 }, () => small)]
  await plantSource(t.owner, team, { name: 'Toits', asOf: '2026-11-01', cases })
  const app = testApp(t, {}, () => NOW)
  researcher = await as(t, app, await makeMember(t, team, 'Léa', 'researcher'))
  steward = await as(t, app, await makeMember(t, team, 'Noé', 'data_steward'))
})
afterAll(() => t?.stop())

type Curve = { time: number[]; ended: number[]; censored: number[]; atRisk: number[] }
type Answered = { protected: boolean; notices: string[]; strata: { key: object; n: number; curve: Curve }[] }
const json = async (browser: Browser, path: string): Promise<Answered> =>
  JSON.parse((await browser.get(path)).html)

describe('what leaves the explorer', () => {
  it.each([
    ['.svg', 'image/svg+xml', /^<\?xml/],
    ['.csv', 'text/csv; charset=utf-8', /^\ufeff?selection;jours/],
    ['.json', 'application/json; charset=utf-8', /^\{/],
    ['.pdf', 'application/pdf', /^%PDF/],
    ['.png', 'image/png', /PNG/],
  ])('goes as a file%s', async (ending, type, begins) => {
    const file = await researcher.get(`/attentes${ending}?famille=Ascenseur`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type])
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="palier-attentes-2026-11-01${ending}"`,
    )
    expect(file.html.slice(0, 40)).toMatch(begins)
  })

  it('is cut in stretches out of which five went, and says so', async () => {
    const answer = await json(researcher, '/attentes.json?famille=Ascenseur')
    expect(answer.protected).toBe(true)
    const curve = answer.strata[0]?.curve
    expect(curve?.time.length).toBeGreaterThan(3)
    for (const [row] of (curve?.time ?? []).entries())
      expect((curve?.ended[row] ?? 0) + (curve?.censored[row] ?? 0)).toBeGreaterThanOrEqual(5)
    expect(answer.notices.join(' ')).toContain('Comptes protégés')
  })

  it('tells a group of four only with more around it, and says so', async () => {
    const answer = await json(researcher, `/attentes.json?famille=${encodeURIComponent(small.category)}`)
    expect(answer.strata.map(({ key }) => key)).toEqual([{ selection: 'Toutes les demandes' }])
    expect(answer.notices.join(' ').replaceAll('\u202f', ' ')).toContain(
      'à sa place, « Toutes les demandes »',
    )
  })

  it('covers all of the source whatever the period: two periods would subtract', async () => {
    const [all, some] = [
      await json(researcher, '/attentes.json'),
      await json(researcher, '/attentes.json?de=2026-03'),
    ]
    expect(some.strata[0]?.n).toBe(all.strata[0]?.n)
    expect(some.notices.join(' ')).toContain('deux périodes se soustraient')
  })

  it('neutralises what a spreadsheet would run', async () => {
    const file = await steward.get(`/attentes.csv?famille=${encodeURIComponent(small.category)}&exact=oui`)
    expect(file.html).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('exact figures of one’s own file', () => {
  it('go to the steward, and leave a line in the journal', async () => {
    const answer = await json(steward, '/attentes.json?famille=Ascenseur&exact=oui')
    expect(answer.protected).toBe(false)
    expect(answer.notices.join(' ')).toContain('ne pas publier')
    const { rows } =
      await sql`select 1 from research_space.audit_line where table_name = 'source_wait' and verb = 'read'`.execute(
        t.owner,
      )
    expect(rows.length).toBeGreaterThan(0)
  })

  it('are not there for a researcher, whose page does not offer them', async () => {
    expect((await researcher.get('/attentes.json?exact=oui')).status).toBe(404)
    expect((await researcher.get('/attentes')).html).not.toContain('exact=oui')
    expect((await steward.get('/attentes')).html).toContain('exact=oui')
  })

  it('nothing leaves from a space that holds nothing', async () => {
    const other = await makeSpace(t, 'research', 'Autre')
    const stranger = await as(
      t,
      testApp(t, {}, () => NOW),
      await makeMember(t, other, 'Ali', 'data_steward'),
    )
    for (const path of ['/attentes.svg', '/attentes.csv?exact=oui']) {
      const page = await stranger.get(path)
      expect([page.status, page.text.includes('Toits')]).toEqual([422, false])
    }
  })
})
