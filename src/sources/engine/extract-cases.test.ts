import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByMap, refusedByMap } from '../../../tools/testing/extracted-file.ts'
import { givenFiles } from '../../../tools/testing/given-files.ts'
import { loadRows } from './load-rows.ts'
import { extractCases } from './extract-cases.ts'

const files = givenFiles()

/** A landlord's export: days, statuses, reasons. */
const HEADERS = 'N° demande;Créée le;Close le;Statut;Motif;Résidence'
const MAP = {
  id: 'N° demande',
  opened: 'Créée le',
  closed: 'Close le',
  status: {
    column: 'Statut',
    open: ['En cours'],
    closed: ['Terminée', 'Annulée'],
    duplicate: ['Doublon'],
  },
  outcome: {
    column: 'Motif',
    map: { réalisé: 'repaired', 'Sans suite': 'closed_without_repair', annulé: 'withdrawn' },
  },
  place: 'Résidence',
}
const table = (...rows: string[]): string => `${[HEADERS, ...rows].join('\n')}\n`

describe('a row is a case, or is rejected for one reason', () => {
  it.each([
    [
      'a header that comes again',
      'N° demande;Créée le;Close le;Statut;Motif;Résidence',
      'repeated_header',
      'N° demande',
      'N° demande',
    ],
    [
      'the same in capitals, some cells lost',
      'N° DEMANDE;;;STATUT;;',
      'repeated_header',
      'N° demande',
      'N° DEMANDE',
    ],
    ['too few columns', '7;13/01/2025', 'too_few_columns', '', '7;13/01/2025'],
    ['a number already seen', '1;15/01/2025;;En cours;;Lilas', 'repeated_id', 'N° demande', '1'],
    [
      'a number already seen, in spaces',
      ' 1 ;15/01/2025;;En cours;;Lilas',
      'repeated_id',
      'N° demande',
      ' 1 ',
    ],
    ['no opening', '7;;14/01/2025;Terminée;Réalisé;Lilas', 'missing_opened', 'Créée le', ''],
    [
      'no opening, and a closing nobody can read',
      '7;?;32/01/2025;Terminée;;Lilas',
      'missing_opened',
      'Créée le',
      '?',
    ],
    [
      'an opening nobody can read',
      '7;31/02/2025;;En cours;;Lilas',
      'unreadable_date',
      'Créée le',
      '31/02/2025',
    ],
    [
      'a closing nobody can read',
      '7;13/01/2025;bientôt;En cours;;Lilas',
      'unreadable_date',
      'Close le',
      'bientôt',
    ],
    [
      'closed before it opened',
      '7;13/01/2025;12/01/2025;Terminée;;Lilas',
      'closed_before_opened',
      'Close le',
      '12/01/2025',
    ],
    [
      'said to wait, with a day of closing',
      '7;13/01/2025;14/01/2025;En cours;;Lilas',
      'status_contradicts_dates',
      'Statut',
      'En cours',
    ],
    [
      'said to be closed, without a day',
      '7;13/01/2025;;TERMINEE;;Lilas',
      'status_contradicts_dates',
      'Statut',
      'TERMINEE',
    ],
    [
      'a number already seen comes before all that is wrong with the row',
      '1;31/02/2025;;;;',
      'repeated_id',
      'N° demande',
      '1',
    ],
  ])('%s', async (_, row, reason, header, value) => {
    const good = ['1;13/01/2025;20/01/2025;Terminée;Réalisé;Lilas', '2;14/01/2025;;En cours;;Lilas']
    const { extracted, rejects, cases } = await readByMap(files, table(...good, row), MAP)
    expect(rejects).toEqual([[4, reason, header, value]])
    expect(extracted.rejects).toEqual({ [reason]: 1 })
    expect(extracted.kept).toBe(2)
    expect(cases.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('nothing that can be used is refused, with what was wrong', async () => {
    const refusal = await refusedByMap(files, table('1;demain;;;;', '2;;;En cours;;'), MAP)
    expect(refusal).toEqual({
      because: 'nothing_usable',
      rows: 2,
      rejects: { missing_opened: 1, unreadable_date: 1 },
    })
  })

  it('a map for another file is refused before anything is read, and so is a cut by a column it lacks', async () => {
    const content = 'a;b\n1;2\n'
    expect(await refusedByMap(files, content, { opened: 'le', closed: 'fin' })).toEqual({
      because: 'columns_absent',
      absent: ['le', 'fin'],
      present: ['a', 'b'],
    })
    expect(await refusedByMap(files, content, { opened: 'a', closed: 'b' }, ['c'])).toMatchObject({
      absent: ['c'],
    })
  })
})

describe('how a case ended', () => {
  it.each([
    ['as the map says', 'Réalisé', 1],
    ['whatever the accents and the case', '  SANS SUITE', 2],
    ['withdrawn', 'Annulé', 3],
    ['a reason the map does not know', 'Autre chose', 5],
    ['no reason', '', 5],
  ])('%s', async (_, reason, outcome) => {
    const { cases } = await readByMap(files, table(`1;13/01/2025;14/01/2025;;${reason};Lilas`), MAP)
    expect(cases[0]?.outcome).toBe(outcome)
  })

  it('a case that waits has no outcome, whatever its reason says', async () => {
    const { cases } = await readByMap(files, table('1;13/01/2025;;;Réalisé;Lilas'), MAP)
    expect(cases[0]).toMatchObject({ outcome: 0, closed: null })
  })

  it('values that the map names nowhere are told, headers that come again left out', async () => {
    const { extracted } = await readByMap(
      files,
      table('1;13/01/2025;14/01/2025;Gelée;Cassé;', '2;13/01/2025;;Gelée;;', HEADERS),
      MAP,
    )
    expect(extracted.notices).toEqual([
      { because: 'unknown_status', header: 'Statut', values: [{ value: 'Gelée', count: 2 }] },
      { because: 'unmapped_outcome', header: 'Motif', values: [{ value: 'Cassé', count: 1 }] },
    ])
  })
})

describe('numbers and duplicates', () => {
  const rows = [
    '1;13/01/2025;;;;A',
    '2;14/01/2025;;;;B',
    '1;15/01/2025;;;;C',
    ';16/01/2025;;;;D',
    ';16/01/2025;;;;D',
  ]

  it.each([
    ['the first row of a number is the case', 'first', ['A', 'B', 'D', 'D'], 4],
    ['or the last', 'last', ['B', 'C', 'D', 'D'], 2],
  ] as const)('%s', async (_, repeats, places, rejected) => {
    const { cases, rejects, extracted } = await readByMap(files, table(...rows), { ...MAP, repeats })
    expect(cases.map(({ place }) => place)).toEqual(places)
    expect(rejects).toEqual([[rejected, 'repeated_id', 'N° demande', '1']])
    expect(extracted.notices).toContainEqual({ because: 'blank_ids', header: 'N° demande', count: 2 })
  })

  it('or the file is refused', async () => {
    expect(await refusedByMap(files, table(...rows), { ...MAP, repeats: 'error' })).toEqual({
      because: 'repeated_ids',
      header: 'N° demande',
      rows: 1,
      samples: ['1'],
    })
  })

  it('duplicates are kept and counted, or dropped and counted', async () => {
    const told = table(
      '1;13/01/2025;;Doublon;;A',
      '2;14/01/2025;20/01/2025;DOUBLON;;B',
      '3;14/01/2025;;En cours;;C',
    )
    const kept = await readByMap(files, told, MAP)
    expect(kept.cases.map(({ duplicate }) => duplicate)).toEqual([true, true, false])
    expect(kept.extracted.notices).toContainEqual({ because: 'duplicates_kept', count: 2 })
    const dropped = await readByMap(files, told, { ...MAP, dropDuplicates: true })
    expect(dropped.cases.map(({ id }) => id)).toEqual(['3'])
    expect(dropped.rejects).toEqual([])
    expect(dropped.extracted.notices).toContainEqual({ because: 'duplicates_dropped', count: 2 })
  })
})

describe('left truncation', () => {
  it('from a day: only cases opened before it entered late', async () => {
    const { cases, extracted } = await readByMap(
      files,
      table('1;13/01/2024;;;;', '2;01/01/2025;;;;', '3;15/01/2025;;;;'),
      { ...MAP, entry: { from: '2025-01-01' } },
    )
    expect(cases.map(({ entry }) => entry)).toEqual(['2025-01-01', null, null])
    expect(extracted.notices).toContainEqual({ because: 'late_entries', count: 1 })
  })

  it('from a column: a day for each case, or nothing', async () => {
    const { cases, rejects } = await readByMap(
      files,
      'le;fin;vu\n2025-01-13;;2025-01-20\n2025-01-13;;\n2025-01-13;;jadis\n2025-01-13;;2025-01-02\n',
      { opened: 'le', closed: 'fin', entry: { column: 'vu' } },
    )
    expect(cases.map(({ entry }) => entry)).toEqual(['2025-01-20', null, null])
    expect(rejects).toEqual([[4, 'unreadable_date', 'vu', 'jadis']])
  })
})

describe('strata', () => {
  const told = table(
    '1;13/01/2025;;;;Été',
    '2;13/01/2025;;;; Lilas ',
    '3;13/01/2025;;;;',
    '4;demain;;;;Rejetée',
    '5;13/01/2025;;;;Lilas',
  )

  it('are the trimmed texts, blank is one, in the order of code points; a rejected row makes none', async () => {
    const { extracted, cases } = await readByMap(files, told, MAP, ['Résidence'])
    expect(extracted.strata).toEqual([{ Résidence: '' }, { Résidence: 'Lilas' }, { Résidence: 'Été' }])
    expect(cases.map(({ stratum }) => stratum)).toEqual([2, 1, 0, 1])
    expect(cases.map(({ place }) => place)).toEqual(['Été', 'Lilas', '', 'Lilas'])
  })

  it('of several headers, by the first and then the next; of none, one', async () => {
    const content = 'le;fin;a;b\n2025-01-01;;2;x\n2025-01-01;;10;y\n2025-01-01;;10;x\n'
    const map = { opened: 'le', closed: 'fin' }
    expect((await readByMap(files, content, map, ['a', 'b'])).extracted.strata).toEqual([
      { a: '10', b: 'x' },
      { a: '10', b: 'y' },
      { a: '2', b: 'x' },
    ])
    expect((await readByMap(files, content, map)).extracted.strata).toEqual([{}])
  })

  it('two thousand of them, sorted beyond the letters of Europe', async () => {
    const names = [...Array.from({ length: 2000 }, (_, at) => `cat ${at}`), '𝕏', 'ﬀ']
    const { extracted } = await readByMap(
      files,
      `le;fin;c\n${names.map((name) => `2025-01-01;;${name}\n`).join('')}`,
      { opened: 'le', closed: 'fin' },
      ['c'],
    )
    expect(extracted.strata).toHaveLength(2002)
    expect(extracted.strata.slice(-2)).toEqual([{ c: 'ﬀ' }, { c: '𝕏' }])
  })
})

describe('durations and stretches', () => {
  it('a length, its event, its entry, in the unit of the file', async () => {
    const { extracted, rejects } = await readByMap(
      files,
      't;e;d\n9;1;0\n"4,5";2;1\n;1;0\nNA;1;0\nlong;1;0\n-2;1;0\n7;0;tard\nt;e;d\n3; 1.0 ;0\n',
      { duration: { time: 't', event: 'e', eventValues: [1], entry: 'd', unit: 'month' } },
    )
    expect(extracted).toMatchObject({ made: 'durations', kept: 3, unit: 'month' })
    expect(
      await files
        .engine()
        .rows('select row_no::int as row, "time" as t, cause, entry from durations order by 1'),
    ).toEqual([
      { row: 2, t: 9, cause: 5, entry: 0 },
      { row: 3, t: 4.5, cause: 0, entry: 1 },
      { row: 10, t: 3, cause: 5, entry: 0 },
    ])
    expect(rejects).toEqual([
      [4, 'missing_opened', 't', ''],
      [5, 'missing_opened', 't', 'NA'],
      [6, 'unreadable_date', 't', 'long'],
      [7, 'closed_before_opened', 't', '-2'],
      [8, 'unreadable_date', 'd', 'tard'],
      [9, 'repeated_header', 't', 't'],
    ])
  })

  it('stretches of a case, and those that hold nobody', async () => {
    const { extracted, rejects } = await readByMap(
      files,
      'n;de;a;x\nA;0;10;oui\nA;10;12;non\n;0;3;non\nB;0;0;non\nC;5;2;non\nD;zéro;2;non\n',
      { intervals: { id: 'n', start: 'de', stop: 'a', event: 'x', eventValues: ['oui'] } },
    )
    expect(extracted).toMatchObject({ made: 'stretches', kept: 2 })
    expect(
      await files
        .engine()
        .rows('select id, "start" as de, "stop" as a, events from stretches order by "start"'),
    ).toEqual([
      { id: 'A', de: 0, a: 10, events: 1 },
      { id: 'A', de: 10, a: 12, events: 0 },
    ])
    expect(rejects.map(([row, reason]) => [row, reason])).toEqual([
      [4, 'missing_opened'],
      [5, 'never_at_risk'],
      [6, 'closed_before_opened'],
      [7, 'unreadable_date'],
    ])
  })
})

describe('whatever the file', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((at) => `${String(at).padStart(2, '0')}/02/2025`)
  const cell = fc.oneof(
    { weight: 8, arbitrary: day },
    fc.constantFrom('', '?', '31/02/2025', 'demain', '00/00/0000'),
  )
  const row = fc.record({ opened: cell, closed: cell, place: fc.constantFrom('', 'A', ' A', 'Été', 'b') })
  const rows = fc.array(row, { minLength: 1, maxLength: 30 })

  it('every row is a case or a reject, and the order of rows changes no count', async () => {
    const content = (all: readonly { opened: string; closed: string; place: string }[]) =>
      `le;fin;lieu\n14/02/2025;15/02/2025;A\n${all.map((one) => `${one.opened};${one.closed};${one.place}.\n`).join('')}`
    const counts = async (text: string) => {
      const { extracted } = await readByMap(files, text, { opened: 'le', closed: 'fin' }, ['lieu'])
      const cells = await files
        .engine()
        .rows<{ n: bigint }>(
          'select stratum, opened_day, closed_day, outcome, count(*) as n from cases group by all order by all',
        )
      return { extracted, cells }
    }
    await fc.assert(
      fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), async (all, keys) => {
        const shuffled = all.map((one) => ({ one, key: keys.next().value })).toSorted((a, b) => a.key - b.key)
        const [told, again] = [
          await counts(content(all)),
          await counts(content(shuffled.map(({ one }) => one))),
        ]
        const rejected = Object.values(told.extracted.rejects).reduce((sum, n) => sum + n, 0)
        expect(told.extracted.kept + rejected).toBe(all.length + 1)
        expect(again).toEqual(told)
      }),
      { numRuns: 15 },
    )
  })

  it('a second file leaves nothing of the first', async () => {
    await readByMap(files, table('1;13/01/2025;;;;A', '1;13/01/2025;;;;A'), MAP)
    const { extracted } = await readByMap(files, 'le;fin\n2025-01-01;\n', { opened: 'le', closed: 'fin' })
    expect(extracted).toMatchObject({ kept: 1, rejects: {} })
    await readByMap(files, 't;e\n1;1\n', {
      duration: { time: 't', event: 'e', eventValues: [1], unit: 'day' },
    })
    await expect(files.engine().rows('from cases')).rejects.toThrow(/cases/)
  })

  it('columns beside those of the map are not looked at', async () => {
    const file = await files.inspected('le;fin;autre\n2025-01-01;;demain\n')
    const loaded = await loadRows(files.engine(), file, 'all')
    if (!loaded.ok) throw new Error('is read')
    const read = await extractCases(files.engine(), loaded.value, { opened: 'le', closed: 'fin' }, { by: [] })
    expect(read).toMatchObject({ ok: true, value: { kept: 1 } })
  })
})
