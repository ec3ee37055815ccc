import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { hasReference, referencePath, WITHOUT_REFERENCE } from '../../tools/testing/reference-answers.ts'
import { runOnFiles } from './cli.ts'
import type { Answer } from './domain/answer.ts'
import { isFileCommand } from './domain/file-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-waits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const NOW = new Date('2026-11-23T12:00:00Z')
async function run(args: readonly string[], language = 'fr_FR') {
  const [command, ...rest] = args
  if (!isFileCommand(command)) throw new Error(command)
  const said = { out: '', err: '' }
  const code = await runOnFiles(command, rest, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    isWatched: false,
    environment: { LANG: language },
    now: () => NOW,
  })
  return { code, ...said }
}
async function answer(args: readonly string[]): Promise<Answer> {
  const { code, out, err } = await run(['waits', ...args, '--json'])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

const PEOPLE = `Numéro,Quartier,Ouverte le,Close le,Motif\n${['DUPONT Jean', 'BENALI Fatima', 'KAYA Mehmet'].map((who, at) => `${at},${who},2026-01-0${at + 1},2026-02-01,`).join('\n')}\n`
const HEAD = 'Numéro,Quartier,Ouverte le,Close le,Motif,Téléphone\n'
/** Twelve lamps of the north, mended one a day from the second day on; thirty of the south, which all wait still. */
const NORTH = Array.from(
  { length: 12 },
  (_, at) => `N${at},Nord,2026-10-01,2026-10-${String(at + 2).padStart(2, '0')},réparé,0612345678\n`,
)
const SOUTH = Array.from({ length: 30 }, (_, at) => `S${at},Sud,2026-10-01,,,0612345678\n`)
const CITY = put('ville.csv', HEAD + [...NORTH, ...SOUTH].join(''))
const MAP = put(
  'map.json',
  JSON.stringify({ id: 'Numéro', opened: 'Ouverte le', closed: 'Close le', category: 'Quartier' }),
)
const OUTCOMES = put(
  'outcomes.json',
  JSON.stringify({
    ...JSON.parse(readFileSync(MAP, 'utf8')),
    outcome: { column: 'Motif', map: { réparé: 'repaired' } },
  }),
)
const ASKED = [CITY, '--map', MAP, '--as-of', '2026-11-01']

describe('waits', () => {
  it('counts who still waits; stdout is the answer and nothing else', async () => {
    const { out, err } = await run(['waits', ...ASKED, '--by', 'Quartier', '--json'])
    const found: Answer = JSON.parse(out)
    expect(out.endsWith('}\n')).toBe(true)
    expect(err).toContain('42 demandes gardées')
    expect(found.strata.map(({ key, n, ended, open }) => ({ key, n, ended, open }))).toEqual([
      { key: { Quartier: 'Nord' }, n: 12, ended: 12, open: 0 },
      { key: { Quartier: 'Sud' }, n: 30, ended: 0, open: 30 },
    ])
    expect(found.strata[0]?.median.value).toBe(7)
    expect(found.strata[0]?.closedOnly).toEqual({ n: 12, median: 6.5, mean: 6.5 })
    expect(found.strata[1]?.curve.time).toEqual([31.5])
    expect(found.sources[0]).toMatchObject({ name: 'ville.csv', rows: 42 })
  })

  it('the same numbers of one stratum: closed cases alone would say a week, half wait still after a month', async () => {
    const [all] = (await answer(ASKED)).strata
    expect([all?.key, all?.closedOnly.median, all?.median.value]).toEqual([{}, 6.5, null])
  })

  it('without a map the columns are guessed, and told', async () => {
    const { code, err } = await run(['waits', CITY, '--as-of', '2026-11-01'])
    expect(code).toBe(0)
    expect(err).toContain('Colonnes devinées dans ville.csv')
  })

  it('a table unless something else is asked; a drawing and a page leave stdout empty', async () => {
    expect((await run(['waits', ...ASKED])).out).toMatch(/ensemble +42 +12 +30 +non atteinte/)
    const [svg, pdf] = [join(folder, 'a.svg'), join(folder, 'a.pdf')]
    const drawn = await run(['waits', ...ASKED, '--svg', svg, '--pdf', pdf])
    expect([drawn.code, drawn.out]).toEqual([0, ''])
    expect(readFileSync(svg, 'utf8')).toContain('</svg>')
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('how waits end, when the map says it', async () => {
    const [north] = (await answer([CITY, '--map', OUTCOMES, '--as-of', '2026-11-01', '--causes'])).strata
    expect(Object.keys(north?.causes ?? {})).toEqual(['repaired'])
    expect(north?.causes?.['repaired']?.incidence.at(-1)).toBeCloseTo(12 / 42, 12)
  })

  it('as-of: what was opened later is left out and said, what was closed later is still open', async () => {
    const late = put('later.csv', `${HEAD}L1,Nord,2026-10-20,2026-10-21,,\n${NORTH.join('')}`)
    const { strata, rejects } = await answer([late, '--map', MAP, '--as-of', '2026-10-05'])
    expect([strata[0]?.n, strata[0]?.ended, rejects]).toEqual([12, 4, { opened_after_as_of: 1 }])
  })

  it('several files are one count, each with its fingerprint', async () => {
    const [north, south] = [put('nord.csv', HEAD + NORTH.join('')), put('sud.csv', HEAD + SOUTH.join(''))]
    const rest = ['--map', MAP, '--as-of', '2026-11-01', '--by', 'Quartier']
    const [apart, whole] = [await answer([south, north, ...rest]), await answer([CITY, ...rest])]
    expect(apart.strata).toEqual(whole.strata)
    expect(apart.sources.map(({ name }) => name)).toEqual(['sud.csv', 'nord.csv'])
  })

  it('one number in two files is two cases, and one file given twice is said', async () => {
    const { out, err } = await run(['waits', CITY, ...ASKED, '--json'])
    expect(JSON.parse(out).strata[0].n).toBe(84)
    expect(err).toContain('comptées deux fois')
  })
})

describe('what is at the edge counts all the same', () => {
  const count = (rows: string, ...more: string[]) =>
    answer([put('edge.csv', HEAD + rows), '--map', MAP, '--as-of', '2026-11-01', ...more])

  it('one case', async () => {
    const { strata, tests } = await count('A,Nord,2026-10-01,2026-10-03,,\n')
    expect([strata.length, strata[0]?.n, strata[0]?.median.value, tests]).toEqual([1, 1, 2.5, null])
  })

  it('all open: not reached, and no test', async () => {
    const { strata, tests } = await count(SOUTH.join(''), '--tau', '90')
    expect(strata[0]?.median).toEqual({ value: null, lower: null, upper: null })
    expect(strata[0]?.rmean).toMatchObject({ value: null, reason: 'beyond_last_time' })
    expect(tests).toBeNull()
  })

  it('with --ties none those were never at risk, and nothing is left', async () => {
    const file = put('same-day.csv', `${HEAD}A,Nord,2026-10-01,2026-10-01,,\n`)
    const { code, err } = await run(['waits', file, '--map', MAP, '--as-of', '2026-11-01', '--ties', 'none'])
    expect([code, err]).toEqual([3, expect.stringContaining('Aucune ligne')])
  })

  it('two thousand categories', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, at) => `C${at},T${at % 2000},2026-10-01,2026-10-${10 + (at % 9)},,\n`,
    )
    const { strata, tests } = await count(rows.join(''), '--by', 'Quartier')
    expect([strata.length, strata[0]?.key, tests?.logrank.df]).toEqual([2000, { Quartier: 'T0' }, 1999])
  })
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const tallyWith = (name: string, over: object): string => {
  const head = {
    schema: 1,
    rules: '2026-11',
    protected: false,
    asOf: '2026-11-01',
    days: 'civil',
    tie: 'day+0.5',
  }
  const rest = {
    timeZone: 'Europe/Paris',
    by: [],
    grid: null,
    strata: [],
    withheld: 0,
    rejects: {},
    sources: [],
  }
  return put(name, JSON.stringify({ ...head, ...rest, ...over }))
}
const AMBIGUOUS = put('us-or-fr.csv', 'o,c\n03/02/2025,04/02/2025\n05/06/2025,07/08/2025\n')

const REFUSED: readonly (readonly [string, readonly string[], number, string])[] = [
  ['as-of missing', ['waits', CITY, '--map', MAP], 2, '--as-of 2026-02-17'],
  ['as-of to come', ['waits', CITY, '--map', MAP, '--as-of', '2027-01-01'], 2, 'dans l’avenir'],
  ['as-of in no calendar', ['waits', CITY, '--map', MAP, '--as-of', '2026-02-30'], 2, '2026-02-30'],
  ['an option misspelt', ['waits', ...ASKED, '--jsno'], 2, '--json'],
  [
    'a file that is not there',
    ['waits', join(folder, 'no.csv'), '--map', MAP, '--as-of', '2026-11-01'],
    2,
    'no.csv',
  ],
  ['an empty file', ['waits', put('empty.csv', ''), '--map', MAP, '--as-of', '2026-11-01'], 3, 'est vide'],
  [
    'headers and nothing under',
    ['waits', put('head.csv', HEAD), '--map', MAP, '--as-of', '2026-11-01'],
    3,
    'aucune ligne',
  ],
  [
    'a photo named csv',
    ['waits', put('photo.csv', PNG), '--map', MAP, '--as-of', '2026-11-01'],
    3,
    'pas un tableau',
  ],
  [
    'a map for another file',
    ['waits', put('other.csv', 'a,b\n1,2\n'), '--map', MAP, '--as-of', '2026-11-01'],
    2,
    'Ouverte le',
  ],
  ['a header to cut by that is not there', ['waits', ...ASKED, '--by', 'Étage'], 2, 'Étage'],
  [
    'a map that is not there',
    ['waits', CITY, '--map', join(folder, 'no.json'), '--as-of', '2026-11-01'],
    2,
    'no.json',
  ],
  ['a map that is no JSON', ['waits', CITY, '--map', CITY, '--as-of', '2026-11-01'], 2, 'JSON'],
  [
    'a map with an unknown key',
    ['waits', CITY, '--map', put('key.json', '{"opend":"o"}'), '--as-of', '2026-11-01'],
    2,
    'opend',
  ],
  ['causes without outcomes', ['waits', ...ASKED, '--causes'], 2, 'outcome'],
  [
    'dates that read both ways',
    ['waits', AMBIGUOUS, '--map', put('oc.json', '{"opened":"o","closed":"c"}'), '--as-of', '2026-11-01'],
    2,
    'MM/dd/yyyy',
  ],
  ['a tally of another version', ['waits', tallyWith('v.tally.json', { rules: '2019-01' })], 2, '2019-01'],
  ['a tally of another shape', ['waits', tallyWith('s.tally.json', { schema: 2 })], 2, 'schema 2'],
  ['a tally that is none', ['waits', put('n.tally.json', '{}')], 3, 'pas un décompte'],
  ['a tally cut on the way', ['waits', put('c.tally.json', '{"schema":1,')], 3, 'JSON'],
  [
    'tallies of two rules of days',
    ['waits', tallyWith('a.tally.json', {}), tallyWith('b.tally.json', { days: 'elapsed' })],
    2,
    '--days',
  ],
  ['a tally read by another rule', ['waits', tallyWith('a.tally.json', {}), '--ties', 'none'], 2, '--ties'],
  [
    'a tally by telephone',
    ['tally', ...ASKED, '--by', 'Téléphone', '--out', join(folder, 'x.tally.json')],
    4,
    'Téléphone',
  ],
  [
    'waits by people, whatever their column is called',
    ['waits', put('n.csv', PEOPLE), '--map', MAP, '--as-of', '2026-11-01', '--by', 'Quartier'],
    4,
    'Quartier',
  ],
  [
    'a tally of strata too small',
    ['tally', ...ASKED, '--by', 'Numéro', '--out', join(folder, 'x.tally.json')],
    4,
    'strates',
  ],
  ['a tally without a place', ['tally', ...ASKED], 2, '--out'],
  [
    'a place that cannot be written',
    ['waits', ...ASKED, '--svg', join(folder, 'no/where.svg')],
    2,
    'where.svg',
  ],
  [
    'a staircase of months',
    [
      'waits',
      put('months.csv', 't,e\n3,1\n'),
      '--map',
      put('months.json', '{"duration":{"time":"t","event":"e","eventValues":[1],"unit":"month"}}'),
      '--svg',
      join(folder, 'm.svg'),
    ],
    2,
    'mois',
  ],
  ['a folder', ['waits', folder], 2, basename(folder)],
]

describe('what cannot be done is refused by its code, says what to write, and leaves stdout empty', () => {
  it.each(REFUSED)('%s', async (_, args, code, said) => {
    const french = await run(args)
    expect(french).toEqual({ code, out: '', err: expect.stringContaining(said) })
    const english = await run(args, 'en_GB.UTF-8')
    expect([english.code, english.out]).toEqual([code, ''])
    expect(english.err).not.toBe(french.err)
    expect(english.err).not.toContain('undefined')
  })

  it('a refused tally writes nothing', () => expect(existsSync(join(folder, 'x.tally.json'))).toBe(false))
})

describe('map and tally', () => {
  it('a map is proposed, with its reasons beside, and can be used as it is', async () => {
    const { code, out, err } = await run(['map', CITY])
    expect(JSON.parse(out)).toMatchObject({ id: 'Numéro', opened: 'Ouverte le', closed: 'Close le' })
    expect([code, err]).toEqual([0, expect.stringContaining('opened')])
    const proposed = put('proposed.json', out)
    expect((await answer([CITY, '--map', proposed, '--as-of', '2026-11-01'])).strata[0]?.n).toBe(42)
  })

  it('exact tallies of parts say what the whole file says, but for what no sum keeps', async () => {
    const rest = ['--map', OUTCOMES, '--as-of', '2026-11-01', '--by', 'Quartier']
    const parts = [NORTH.slice(0, 5), [...NORTH.slice(5), ...SOUTH.slice(0, 9)], SOUTH.slice(9)]
    const tallies: string[] = []
    for (const [at, rows] of parts.entries()) {
      const out = join(folder, `part-${at}.tally.json`)
      const file = put(`part-${at}.csv`, HEAD + rows.join(''))
      expect((await run(['tally', file, ...rest, '--unprotected', '--out', out])).code).toBe(0)
      tallies.push(out)
    }
    const [first = '', ...others] = tallies
    const unknown = { median: null, mean: null }
    const whole = await answer([CITY, ...rest, '--causes', '--tau', '5'])
    const wanted = whole.strata.map((one) => ({ ...one, closedOnly: { ...one.closedOnly, ...unknown } }))
    const added = await answer([first, ...others, '--causes', '--tau', '5'])
    expect([added.strata, added.tests, added.asOf]).toEqual([wanted, whole.tests, '2026-11-01'])
    const mixed = await answer([join(folder, 'part-0.csv'), ...others, ...rest, '--causes', '--tau', '5'])
    expect(mixed.strata).toEqual(wanted)
  })

  it('a tally is protected unless said otherwise, and its answer says so', async () => {
    const out = join(folder, 'safe.tally.json')
    const made = await run(['tally', ...ASKED, '--out', out, '--grid', '5,12,40'])
    expect(made.code).toBe(0)
    const read = await answer([out])
    expect([read.protected, read.grid, read.strata[0]?.n]).toEqual([true, expect.arrayContaining([40]), 42])
    expect(read.strata[0]?.closedOnly.median).toBeNull()
    expect(read.strata[0]?.median).toMatchObject({ value: null, reason: 'known_at_ends' })
    expect(read.strata[0]?.curve.survivalLow).toHaveLength(read.strata[0]?.curve.time.length ?? 0)
  })

  it('what tallies keep to themselves is said, and added, wherever they are read', async () => {
    const kept = (name: string, withheld: number) => tallyWith(name, { withheld, protected: true })
    const read = (...files: string[]) => run(['waits', ...files, '--json'])
    expect((await read(kept('k0.tally.json', 0))).err).not.toContain('taisent')
    const both = await read(kept('k2.tally.json', 2), kept('k3.tally.json', 3))
    expect([both.code, both.err]).toEqual([0, expect.stringContaining('taisent 5 strates')])
  })
})

const spawned = promisify(execFile)
const PALIER = ['--import', './tools/jsx.mjs', 'src/cli.ts']

describe.skipIf(!hasReference())(
  `the contract's worked example, by the real command: ${WITHOUT_REFERENCE}`,
  () => {
    const file = () => referencePath('boston_311_newcrm/boston_311_requests_2026-02-17.csv')
    const map = put(
      'boston.json',
      '{"id":"case_id","opened":"open_date","closed":"close_date","category":"case_topic","timeZone":"America/New_York"}',
    )

    it.each([
      ['elapsed', 102.5],
      ['civil', 103.5],
    ])(
      'Street Light Outage, %s days: half wait more than %d, where closed ones alone say 4.9',
      async (days, median) => {
        const args = ['--by', 'case_topic', '--as-of', '2026-02-17T02:21:40Z', '--days', days, '--json']
        const env = {
          ...process.env,
          DATABASE_URL: 'postgres://nobody@localhost:1/none',
          PALIER_DATA: join(folder, 'db'),
        }
        const { stdout } = await spawned('node', [...PALIER, 'waits', file(), '--map', map, ...args], {
          env,
          maxBuffer: 1e8,
        })
        const { strata }: Answer = JSON.parse(stdout)
        const lamps = strata.find(({ key }) => key['case_topic'] === 'Street Light Outage')
        expect([lamps?.n, lamps?.ended, lamps?.median.value]).toEqual([1500, 646, median])
        expect(lamps?.closedOnly.median).toBeCloseTo(4.889, 3)
        expect(lamps?.closedOnly.mean).toBeCloseTo(15.244, 3)
        expect(existsSync(join(folder, 'db'))).toBe(false)
      },
    )
  },
)

it('the command itself: help in two languages, its codes, a pipe that closes', async () => {
  const { stdout } = await spawned('node', [...PALIER, 'waits', '--help'])
  expect(stdout).toContain('des attentes honnêtes')
  expect(stdout).toContain('honest waits out')
  await expect(spawned('node', [...PALIER, 'waits'])).rejects.toMatchObject({ code: 2, stdout: '' })
  const line = `node ${PALIER.join(' ')} waits "${CITY}" --map "${MAP}" --as-of 2026-11-01 --json | head -c 10`
  const piped = await spawned('sh', ['-c', line])
  expect([piped.stdout, piped.stderr]).toEqual(['{"schema":', expect.not.stringContaining('EPIPE')])
})
