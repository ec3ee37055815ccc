import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeTable } from '../../places/domain/csv-text.ts'
import { readByMap, readPathByMap } from '../../../tools/testing/extracted-file.ts'
import { givenFiles } from '../../../tools/testing/given-files.ts'
import {
  hasReference,
  referenceAnswers,
  WITHOUT_REFERENCE,
} from '../../../tools/testing/reference-answers.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { headersOf } from '../domain/wait-map.ts'
import { keepRejectRows } from './reject-rows.ts'

const files = givenFiles()
const data = (path: string): string =>
  fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))

const BOSTON = {
  id: 'case_id',
  opened: 'open_date',
  closed: 'close_date',
  category: 'case_topic',
  timeZone: 'America/New_York',
}
const CHICAGO = {
  id: 'Service_Request_Number',
  opened: 'Creation_Date',
  closed: 'Completion_Date',
  status: {
    column: 'Status',
    open: ['Open', 'Open - Dup'],
    closed: ['Completed', 'Completed - Dup'],
    duplicate: ['Completed - Dup', 'Open - Dup'],
  },
  entry: { from: '2011-01-01' },
  place: 'Ward',
  category: 'What_is_the_Nature_of_this_Code_Violation',
  timeZone: 'America/Chicago',
}

describe.skipIf(!hasReference())(`real files: ${WITHOUT_REFERENCE}`, () => {
  it('Boston: as many cases of each topic as R counts, none rejected', async () => {
    const { extracted, rejects } = await readPathByMap(
      files,
      data('boston_311_newcrm/boston_311_requests_2026-02-17.csv'),
      BOSTON,
      ['case_topic'],
    )
    const golden = referenceAnswers<{ n: number; km_topic: Record<string, { n: number }> }>('boston_311')
    const counts = await files
      .engine()
      .rows<{ n: number; ended: number }>(
        'select count(*)::int as n, count(closed_day)::int as ended from cases group by stratum order by stratum',
      )
    expect(rejects).toEqual([])
    expect(extracted.kept).toBe(golden.n)
    expect(extracted.strata.map((key, at) => [`topic=${key['case_topic']}`, counts[at]?.n])).toEqual(
      Object.entries(golden.km_topic).map(([topic, { n }]) => [topic, n]),
    )
    const outage = extracted.strata.findIndex((key) => key['case_topic'] === 'Street Light Outage')
    expect(counts[outage]).toEqual({ n: 1500, ended: 646 })
    expect(extracted.formats.map(({ precision }) => precision)).toEqual(['instant', 'instant'])
  })

  it('Chicago: repeated numbers, the stray header, whoever was seen late, the day everything closed', async () => {
    const { extracted, rejects } = await readPathByMap(
      files,
      data('chicago_sanitation_311/sanitation_code_2014-11-10.csv.gz'),
      CHICAGO,
    )
    expect(extracted.rejects).toEqual({ repeated_header: 1, repeated_id: 373 })
    expect(rejects.find(([, reason]) => reason === 'repeated_header')).toEqual([
      72848,
      'repeated_header',
      'Service_Request_Number',
      'SERVICE REQUEST NUMBER',
    ])
    expect(extracted.kept).toBe(72_473)
    expect(extracted.notices).toEqual([
      { because: 'duplicates_kept', count: 3526 },
      { because: 'late_entries', count: 184 },
    ])
    const [bulk] = await files
      .engine()
      .rows<{ day: number; n: number }>(
        'select closed_day as day, count(*)::int as n from cases where closed_day is not null group by 1 order by n desc limit 1',
      )
    expect(bulk?.day).toBe(dayNumber(calendarDay('2011-07-05')))
    expect(bulk?.n).toBeGreaterThan(270)
  })

  it.each([
    ['aml', ['x'], 23, { time: 'time', event: 'status', eventValues: [1], unit: 'day' }],
    ['lung', ['sex'], 228, { time: 'time', event: 'status', eventValues: [2], unit: 'day' }],
    ['veteran', ['celltype'], 137, { time: 'time', event: 'status', eventValues: [1], unit: 'day' }],
    ['mgus2', [], 1384, { time: 'futime', event: 'death', eventValues: [1], unit: 'month' }],
  ])('%s: durations of R', async (name, by, kept, duration) => {
    const { extracted } = await readPathByMap(files, data(`survival/${name}.csv`), { duration }, by)
    expect(extracted).toMatchObject({ made: 'durations', kept, rejects: {}, unit: duration.unit })
  })

  it('cgd: recurrences of R', async () => {
    const intervals = { id: 'id', start: 'tstart', stop: 'tstop', event: 'status', eventValues: [1] }
    const { extracted } = await readPathByMap(files, data('survival/cgd.csv'), { intervals }, ['treat'])
    expect(extracted).toMatchObject({ made: 'stretches', kept: 203, rejects: {} })
    expect(
      await files
        .engine()
        .rows('select sum(events)::int as events, count(distinct id)::int as people from stretches'),
    ).toEqual([{ events: 76, people: 128 }])
  })
})

describe('rejected rows go out, are corrected, and come back', () => {
  const MAP = { id: 'n', opened: 'le', closed: 'fin', category: 'famille' }
  const content =
    'n;le;fin;famille\n1;13/01/2025;14/01/2025;eau\n=2+2;31/02/2025;;@eau\n3;14/01/2025;13/01/2025;gaz\n4;15/01/2025\n'

  it('with their cells as they stood, and why', async () => {
    const { rows } = await rejected()
    expect(rows).toEqual([
      ['n', 'le', 'fin', 'famille', 'raison'],
      ['=2+2', '31/02/2025', '', '@eau', 'unreadable_date le'],
      ['3', '14/01/2025', '13/01/2025', 'gaz', 'closed_before_opened fin'],
      ['4;15/01/2025', '', '', '', 'too_few_columns '],
    ])
    expect(writeTable(rows)).toContain("'=2+2;31/02/2025;;'@eau;")
  })

  it('the same map reads them again, their quotes undone', async () => {
    const { rows } = await rejected()
    const corrected = writeTable(rows.slice(0, 3))
      .replace('31/02/2025', '28/02/2025')
      .replace('3;14/01/2025;13/01', '3;14/01/2025;23/01')
    const { cases, extracted } = await readByMap(files, corrected, MAP, ['famille'])
    expect(cases).toMatchObject([
      { id: '=2+2', opened: '2025-02-28', category: '@eau' },
      { id: '3', closed: '2025-01-23', category: 'gaz' },
    ])
    expect(extracted.strata).toEqual([{ famille: '@eau' }, { famille: 'gaz' }])
  })

  async function rejected() {
    const { loaded } = await readByMap(files, content, MAP)
    await keepRejectRows(files.engine(), loaded, headersOf(MAP))
    const kept = await files
      .engine()
      .rows<{ cells: string; reason: string; header: string | null }>(
        'select cells, reason, header from reject_rows order by row_no',
      )
    const told = kept.map(({ cells, reason, header }) => [
      ...(JSON.parse(cells) as string[]),
      `${reason} ${header ?? ''}`,
    ])
    return { rows: [[...headersOf(MAP), 'raison'], ...told] }
  }
})
