import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, inScope } from '../../access/scope.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  asOf,
  csvOf,
  fileFolder,
  type FileFolder,
  importAs,
  IMPORTED_AT,
  MAP,
  netCells,
  newSource,
  rowsOf,
} from '../../../tools/testing/imports.ts'
import { makeMember, makeSpace } from '../../../tools/testing/people.ts'
import { listSources } from '../store/sources.ts'
import { endAgreement } from './agreements.ts'
import { removeSource } from './sources.ts'

let t: TestDatabase
let files: FileFolder
let lea: Actor
let elsewhere: Actor
beforeAll(async () => {
  t = await testDatabase()
  files = fileFolder()
  lea = (await makeMember(t, await makeSpace(t, 'research', 'Équipe'), 'Léa', 'data_steward')).actor
  elsewhere = (await makeMember(t, await makeSpace(t, 'research', 'Autre équipe'), 'Max', 'data_steward'))
    .actor
})
afterAll(async () => {
  files.remove()
  await t.stop()
})

const OCTOBER = csvOf([
  ['D1', '2026-10-01', '2026-10-04', 'Nord', 'Fuite'],
  ['D2', '2026-10-01', '', 'Nord', 'Fuite'],
  ['D3', '2026-10-02', '2026-10-02', 'Sud', 'Fuite'],
  ['D4', '2026-10-05', '2026-11-20', 'Sud', 'Ascenseur'],
  ['D4', '2026-10-05', '', 'Sud', 'Ascenseur'],
  ['D5', '2026-11-15', '', 'Sud', 'Ascenseur'],
  ['D6', '2026-10-09', '2026-10-01', 'Nord', 'Fuite'],
])
const day = (text: string): number => Date.parse(text) / 86_400_000
const OPEN = 2_147_483_647

const traces = async (rowId: string): Promise<string[]> => {
  const { rows } = await sql<{ line: string }>`
    select verb || ' ' || table_name as line from research_space.audit_line where row_id = ${rowId} order by at, id`.execute(
    t.owner,
  )
  return rows.map(({ line }) => line)
}

/** How many rows of any table of sources stand under this source. */
async function rowsUnder(sourceId: string): Promise<number> {
  const tables = ['vintage', 'stratum', 'case', 'reject', 'cell', 'wait', 'day'].map(
    (name) => `source_${name}`,
  )
  const counts = await Promise.all(tables.map((table) => rowsOf(t, lea, table, sourceId, 'source_id')))
  return counts.reduce((sum, rows) => sum + rows.length, 0)
}

describe('a file read for the first time', () => {
  let source: string
  let done: Awaited<ReturnType<typeof importAs>>
  beforeAll(async () => {
    source = await newSource(t, lea)
    done = await importAs(t, lea, { sourceId: source, path: files.write('octobre.csv', OCTOBER) })
  })

  it('is the first vintage of its source', () => {
    expect(done).toMatchObject({
      ok: true,
      value: { did: 'vintage_written', vintage: { vintage: 1, kept: 4 } },
    })
  })

  it('is counted by stratum, day opened and day closed; what closed after its as-of still waits', async () => {
    expect(await netCells(t, lea, source)).toEqual(
      [
        `Nord Fuite ${day('2026-10-01')} ${OPEN} 0 1`,
        `Nord Fuite ${day('2026-10-01')} ${day('2026-10-04')} 5 1`,
        `Sud Ascenseur ${day('2026-10-05')} ${OPEN} 0 1`,
        `Sud Fuite ${day('2026-10-02')} ${day('2026-10-02')} 5 1`,
      ].toSorted(),
    )
  })

  it('says of each rejected row where it stands, why, and the one value that was wrong', async () => {
    expect(await rowsOf(t, lea, 'source_reject', source, 'row_no, reason, header, value')).toEqual([
      '6 repeated_id Numero D4',
      '7 opened_after_as_of Ouverture 2026-11-15',
      '8 closed_before_opened Cloture 2026-10-01',
    ])
  })

  it('is projected for the explorer: each place and category, each place, each category, all; by month and in all months', async () => {
    const waits = await rowsOf(
      t,
      lea,
      'source_wait',
      source,
      'place, category, unnest(days), unnest(outcome), unnest(n)',
    )
    expect(waits).toEqual(
      [
        ...['Nord Fuite', 'Nord *', '* Fuite', '* *'].flatMap((cut) => [`${cut} 3 5 1`, `${cut} 31 0 1`]),
        ...['Sud Fuite', 'Sud *', '* Fuite', '* *'].map((cut) => `${cut} 0 5 1`),
        ...['Sud Ascenseur', 'Sud *', '* Ascenseur', '* *'].map((cut) => `${cut} 27 0 1`),
      ]
        .flatMap((line) => [line, line])
        .toSorted(),
    )
    expect(await rowsOf(t, lea, 'source_day', source, 'category, day, opened, closed')).toContain(
      `* ${day('2026-10-01')} 2 0`,
    )
  })

  it('keeps no number of a case, and nothing of a column that the map does not name', async () => {
    const { rows } = await sql<{ all: string }>`
      select string_agg(c::text, ' ') as "all" from research_space.source_case c where source_id = ${source}`.execute(
      t.owner,
    )
    expect(rows[0]?.all).not.toMatch(/D\d/)
  })

  it('leaves one line for each table it wrote, and one for its vintage', async () => {
    const lines = await traces(source)
    expect(lines.filter((line) => line === 'insert source_case')).toHaveLength(1)
    expect(lines.filter((line) => line === 'insert source_wait')).toHaveLength(1)
    const [vintage = ''] = await rowsOf(t, lea, 'source_vintage', source, 'id')
    expect(await traces(vintage)).toEqual(['insert source_vintage'])
  })

  it('is in no other space, to whoever has the same circle there', async () => {
    const seen = await inScope(t.logins, elsewhere, async (db) => [
      ...(await listSources(db)),
      ...(await db.sql.selectFrom('source_cell').selectAll().execute()),
      ...(await db.sql.selectFrom('source_wait').selectAll().execute()),
    ])
    expect(seen).toEqual([])
    expect(await rowsUnder(source)).toBeGreaterThan(20) // and it is there
    const asked = { sourceId: source, path: files.write('a.csv', OCTOBER) }
    expect(await importAs(t, elsewhere, asked)).toMatchObject({ refusal: { because: 'source_absent' } })
  })

  it('changes nothing when it is read again, and says so', async () => {
    const before = [await rowsUnder(source), (await traces(source)).length]
    const again = await importAs(t, lea, {
      sourceId: source,
      path: files.write('copie.csv', OCTOBER),
      map: Object.fromEntries(Object.entries(MAP).toReversed()),
    })
    expect(again).toMatchObject({ ok: true, value: { did: 'nothing_changed', vintage: { vintage: 1 } } })
    expect([await rowsUnder(source), (await traces(source)).length]).toEqual(before)
  })

  it('goes with its source when it is removed: a trace says who, and the list of vintages which files', async () => {
    const removed = await newSource(t, lea)
    await importAs(t, lea, { sourceId: removed, path: files.write('octobre.csv', OCTOBER) })
    expect(await inScope(t.logins, lea, (db) => removeSource(db, removed, IMPORTED_AT))).toMatchObject({
      ok: true,
    })
    expect(await rowsUnder(removed)).toBe(1)
    expect(await rowsOf(t, lea, 'source_vintage', removed, 'file_name')).toEqual(['demandes.csv'])
    expect(await traces(removed)).toEqual(expect.arrayContaining(['delete source_case', 'update source']))
    const sources = await inScope(t.logins, lea, listSources)
    expect(sources.some(({ id }) => id === removed)).toBe(false)
  })
})

describe('what is refused before anything is stored', () => {
  const refused = async (asked: Partial<Parameters<typeof importAs>[2]>, because: string, actor = lea) => {
    const sourceId = asked.sourceId ?? (await newSource(t, actor))
    const path = files.write('octobre.csv', OCTOBER)
    expect(await importAs(t, actor, { path, ...asked, sourceId })).toMatchObject({
      ok: false,
      refusal: { because },
    })
    expect(await rowsUnder(sourceId)).toBe(0)
  }

  it('columns that look like people, by name or by what they hold, unless the agreement allows them', async () => {
    const text =
      'Numero;Ouverture;Cloture;Qui appelle;Poste\nD1;2026-10-01;;ines@exemple.org;0612345678\n'.concat(
        ...Array.from({ length: 30 }, (_, i) => `E${i};2026-10-02;;p${i}@exemple.org;06123456${10 + i}\n`),
      )
    const path = files.write('noms.csv', text)
    const { place: _, category: __, ...plain } = MAP
    await refused({ path, map: { ...plain, place: 'Qui appelle' } }, 'columns_not_allowed')
    await refused({ path, map: { ...plain, category: 'Poste' } }, 'columns_not_allowed')
    const [unread, allowed] = [await newSource(t, lea), await newSource(t, lea, { allowed: ['email'] })]
    expect(await importAs(t, lea, { sourceId: unread, path, map: plain })).toMatchObject({ ok: true })
    const map = { ...plain, place: 'Qui appelle' }
    expect(await importAs(t, lea, { sourceId: allowed, path, map })).toMatchObject({ ok: true })
  })

  it('a file outside the dates of its agreement, or after its end', async () => {
    const over = await newSource(t, lea, { until: '2026-11-21' })
    await refused({ sourceId: over }, 'agreement_over')
    const ended = await newSource(t, lea)
    const [id = ''] = (
      await sql<{
        id: string
      }>`select agreement_id as id from research_space.source where id = ${ended}`.execute(t.owner)
    ).rows.map((row) => row.id)
    await inScope(t.logins, lea, (db) => endAgreement(db, id, IMPORTED_AT))
    await refused({ sourceId: ended }, 'agreement_ended')
  })

  it.each<[Partial<Parameters<typeof importAs>[2]>, string, string]>([
    [{ asOf: asOf('2026-11-23') }, 'as_of_in_future', 'nobody knows tomorrow'],
    [{ scope: 'corrections' }, 'nothing_to_correct', 'corrections of no vintage'],
    [{ map: { ...MAP, closed: 'Fin' } }, 'columns_absent', 'a map for another file'],
    [{ map: { ...MAP, entry: { column: 'Ouverture' } } }, 'entry_for_each_case', 'no cell holds an entry'],
    [
      { map: { duration: { time: 'Numero', event: 'Motif', eventValues: ['x'], unit: 'day' } } },
      'cases_without_dates',
      'durations have no days',
    ],
  ])('%j: %s (%s)', async (asked, because) => refused(asked, because))

  it('a file brought by a circle that brings none', async () => {
    const space = await makeSpace(t, 'union', 'Union des Tilleuls')
    const officer = (await makeMember(t, space, 'Inès', 'officer')).actor
    const steward = (await makeMember(t, space, 'Bruno', 'steward')).actor
    const sourceId = await newSource(t, officer)
    const path = files.write('octobre.csv', OCTOBER)
    expect(await importAs(t, steward, { sourceId, path })).toMatchObject({
      refusal: { because: 'outside_circle' },
    })
    expect(await importAs(t, officer, { sourceId, path })).toMatchObject({ ok: true })
    expect(await rowsOf(t, officer, 'source_case', sourceId, 'outcome')).toHaveLength(4)
  })
})

describe('an import that is stopped', () => {
  it.each(['reading', 'counting', 'writing'] as const)('while %s leaves nothing', async (step) => {
    const sourceId = await newSource(t, lea)
    const stop = new AbortController()
    const done = await importAs(
      t,
      lea,
      { sourceId, path: files.write('octobre.csv', OCTOBER) },
      { signal: stop.signal, onProgress: (p) => void (p.step === step && stop.abort()) },
    )
    expect(done).toMatchObject({ ok: false, refusal: { because: 'import_stopped' } })
    expect(await rowsUnder(sourceId)).toBe(0)
    const again = await importAs(t, lea, { sourceId, path: files.write('octobre.csv', OCTOBER) })
    expect(again).toMatchObject({ ok: true, value: { vintage: { vintage: 1 } } })
  })
})
