import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, inScope } from '../../access/scope.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { drawOf } from '../../../tools/testing/chance.ts'
import {
  asOf,
  csvOf,
  fileFolder,
  type FileFolder,
  importAs,
  type Line,
  MAP,
  netCells,
  newSource,
  rowsOf,
} from '../../../tools/testing/imports.ts'
import { makeMember, makeSpace } from '../../../tools/testing/people.ts'
import { findVintage, listVintages } from '../store/vintages.ts'

let t: TestDatabase
let files: FileFolder
let lea: Actor
beforeAll(async () => {
  t = await testDatabase()
  files = fileFolder()
  lea = (await makeMember(t, await makeSpace(t, 'research', 'Équipe'), 'Léa', 'data_steward')).actor
})
afterAll(async () => {
  files.remove()
  await t.stop()
})

const SEPTEMBER: readonly Line[] = [
  ['D1', '2026-09-01', '2026-09-04', 'Nord', 'Fuite'],
  ['D2', '2026-09-01', '', 'Nord', 'Fuite'],
  ['D3', '2026-09-02', '2026-09-02', 'Sud', 'Fuite'],
  ['D4', '2026-09-05', '', 'Sud', 'Ascenseur'],
  ['D5', '2026-09-07', '2026-09-09', 'Sud', 'Ascenseur'],
]
const OCTOBER: readonly Line[] = [
  ['D1', '2026-09-01', '', 'Nord', 'Fuite'], // reopened
  ['D2', '2026-09-01', '2026-10-10', 'Nord', 'Fuite'], // closed
  ['D3', '2026-09-02', '2026-09-02', 'Nord', 'Fuite'], // rewritten: another place
  ['D4', '2026-09-05', '', 'Sud', 'Ascenseur'],
  ['D6', '2026-10-01', '', 'Est', 'Chauffage'], // opened; and D5 is gone
]

const bring = (sourceId: string, lines: readonly Line[], day: string, asked = {}) =>
  importAs(t, lea, { sourceId, path: files.write('f.csv', csvOf(lines)), asOf: asOf(day), ...asked })

const PROJECTIONS = [
  [
    'source_wait',
    'place, category, opened_month, unnest(days), unnest(entry_days), unnest(outcome), unnest(n)',
  ],
  ['source_day', 'category, day, opened, closed'],
] as const

/** What pages read of a source, as a fresh import of the same file would leave it. */
async function toldBy(sourceId: string): Promise<unknown> {
  const read = PROJECTIONS.map(([table, columns]) => rowsOf(t, lea, table, sourceId, columns))
  return [await netCells(t, lea, sourceId), ...(await Promise.all(read))]
}

async function freshly(lines: readonly Line[], day: string, asked = {}): Promise<unknown> {
  const source = await newSource(t, lea)
  expect(await bring(source, lines, day, asked)).toMatchObject({ ok: true })
  return toldBy(source)
}

describe('a later vintage of a source', () => {
  it('says what changed, case by case, and is equal to a fresh import of its file', async () => {
    const source = await newSource(t, lea)
    await bring(source, SEPTEMBER, '2026-09-30')
    const done = await bring(source, OCTOBER, '2026-10-31')
    const changes = { comparedWith: 1, opened: 1, closed: 1, reopened: 1, rewritten: 1, gone: 1 }
    expect(done).toMatchObject({ ok: true, value: { vintage: { vintage: 2, kept: 5, changes } } })
    expect(await toldBy(source)).toEqual(await freshly(OCTOBER, '2026-10-31'))
    const cases = await rowsOf(t, lea, 'source_case', source, 'first_vintage, last_vintage')
    expect(cases).toEqual(['1 1', '1 2', '1 2', '1 2', '2 2'])
  })

  it('keeps what was known before: read as known in September, the source says what it said', async () => {
    const source = await newSource(t, lea)
    await bring(source, SEPTEMBER, '2026-09-30')
    const before = await rowsOf(
      t,
      lea,
      'source_cell',
      source,
      'stratum_id, opened_day, closed_day, known_from, n',
    )
    await bring(source, OCTOBER, '2026-10-31')
    const after = await rowsOf(
      t,
      lea,
      'source_cell',
      source,
      'stratum_id, opened_day, closed_day, known_from, n',
    )
    expect(after).toEqual(expect.arrayContaining(before))
  })

  it('may correct the same day, and leaves no empty cell', async () => {
    const source = await newSource(t, lea)
    await bring(source, SEPTEMBER, '2026-09-30')
    await bring(source, SEPTEMBER.slice(1), '2026-09-30')
    expect(await toldBy(source)).toEqual(await freshly(SEPTEMBER.slice(1), '2026-09-30'))
    expect(await rowsOf(t, lea, 'source_cell', source, 'n')).not.toContain('0')
  })

  it('is not older than the one that is shown', async () => {
    const source = await newSource(t, lea)
    await bring(source, OCTOBER, '2026-10-31')
    expect(await bring(source, SEPTEMBER, '2026-09-30')).toMatchObject({
      refusal: { because: 'as_of_before_current', current: '2026-10-31' },
    })
  })

  it('without numbers replaces all, and says that it cannot tell which case changed', async () => {
    const { id: _, ...map } = MAP
    const source = await newSource(t, lea)
    await bring(source, SEPTEMBER, '2026-09-30', { map })
    const changes = { comparedWith: null, because: 'cases_without_number' }
    expect(await bring(source, OCTOBER, '2026-10-31', { map })).toMatchObject({
      value: { vintage: { changes } },
    })
    expect(await toldBy(source)).toEqual(await freshly(OCTOBER, '2026-10-31', { map }))
    expect(await rowsOf(t, lea, 'source_case', source, 'case_key')).toEqual([])
  })

  it('may give its cases numbers, which the next is compared by', async () => {
    const { id: _, ...map } = MAP
    const source = await newSource(t, lea)
    await bring(source, SEPTEMBER, '2026-09-30', { map })
    await bring(source, SEPTEMBER, '2026-10-01')
    const done = await bring(source, OCTOBER, '2026-10-31')
    expect(done).toMatchObject({ value: { vintage: { changes: { comparedWith: 2, gone: 1, opened: 1 } } } })
    expect(await toldBy(source)).toEqual(await freshly(OCTOBER, '2026-10-31'))
  })
})

describe('rows that were rejected and come back corrected', () => {
  it.each([
    ['with numbers', MAP],
    ['without', { ...MAP, id: undefined }],
  ])('%s: are added to what was there, and take nothing away', async (_, { id, ...rest }) => {
    const map = id ? { id, ...rest } : rest
    const wrong: Line = ['D7', '2026-09-09', '2026-09-01', 'Sud', 'Fuite']
    const right: Line = ['D7', '2026-09-01', '2026-09-09', 'Sud', 'Fuite']
    const source = await newSource(t, lea)
    await bring(source, [...SEPTEMBER, wrong], '2026-09-30', { map })
    expect(await rowsOf(t, lea, 'source_reject', source, 'reason')).toEqual(['closed_before_opened'])
    const done = await bring(source, [right], '2026-09-30', { map, scope: 'corrections' })
    expect(done).toMatchObject({ ok: true, value: { vintage: { kept: 6, rows: 1 } } })
    expect(await toldBy(source)).toEqual(await freshly([...SEPTEMBER, right], '2026-09-30', { map }))
    expect(await rowsOf(t, lea, 'source_reject', source, 'reason')).toEqual([])
  })
})

it('whatever happens to its cases, a source is at each vintage what a fresh import would be', async () => {
  const draw = drawOf(20_261_122)
  const source = await newSource(t, lea)
  let lines: readonly Line[] = []
  for (const month of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09']) {
    lines = shaken(lines, month, draw)
    expect(await bring(source, lines, `${month}-28`)).toMatchObject({ ok: true })
    expect(await toldBy(source)).toEqual(await freshly(lines, `${month}-28`))
  }
  const { length } = await inScope(t.logins, lea, (db) => listVintages(db, source))
  expect(length).toBe(5)
})

/** A month later: some cases closed, reopened, moved or gone, and new ones. */
function shaken(lines: readonly Line[], month: string, draw: (below: number) => number): readonly Line[] {
  const some = (text: string, of: number) => `${text}${draw(of)}`
  const kept = lines
    .filter(() => draw(20) > 0)
    .map(([id, opened, closed, place = '', category = '']): Line => {
      const dice = draw(10)
      if (dice < 3) return [id, opened, closed ? '' : `${month}-27`, place, category]
      return [id, opened, closed, dice === 3 ? some('Lieu ', 4) : place, category]
    })
  const fresh = Array.from({ length: 40 }, (_, i): Line => {
    const opened = `${month}-0${1 + draw(9)}`
    return [
      `${month}/${i}`,
      opened,
      draw(2) ? `${month}-1${draw(9)}` : '',
      some('Lieu ', 4),
      some('Motif ', 3),
    ]
  })
  return [...kept, ...fresh]
}

const CHICAGO = join(
  import.meta.dirname,
  '../../../../shared/data/chicago_sanitation_311/sanitation_code_2014-11-10.csv.gz',
)

it.skipIf(!existsSync(CHICAGO))(
  'Chicago’s file says what is wrong with it',
  async () => {
    const source = await newSource(t, lea)
    const done = await importAs(t, lea, {
      sourceId: source,
      path: CHICAGO,
      name: 'sanitation_code_2014-11-10.csv.gz',
      asOf: asOf('2014-11-10'),
      map: {
        id: 'Service_Request_Number',
        opened: 'Creation_Date',
        closed: 'Completion_Date',
        place: 'Ward',
        category: 'What_is_the_Nature_of_this_Code_Violation',
        timeZone: 'America/Chicago',
      },
    })
    expect(done).toMatchObject({ ok: true })
    const vintage = await inScope(t.logins, lea, (db) => findVintage(db, source, 1))
    expect(vintage).toMatchObject({ rows: 72_847, rejected: { repeated_id: 373, repeated_header: 1 } })
    const firstDay = Date.parse('2011-01-01') / 86_400_000
    expect(vintage?.facts.truncation?.from).toBeGreaterThanOrEqual(firstDay)
    expect(vintage?.facts.truncation?.from).toBeLessThan(firstDay + 10)
    expect(vintage?.facts.truncation?.olderCases).toBeGreaterThan(100)
    expect(vintage?.facts.bulkDays).toContainEqual({
      day: Date.parse('2011-07-05') / 86_400_000,
      closures: 278,
      usual: 79,
    })
    expect(vintage?.facts).toMatchObject({ wrappedIn: 'gzip', kind: 'csv' })
    expect(vintage?.facts.leftOut).toContain('Street_Address')
  },
  60_000,
)
