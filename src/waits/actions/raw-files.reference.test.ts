/** From the raw files to R's answers: read by a map, counted by the engine, finished once; and again from tallies added. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectEqualTo,
  hasReference,
  referenceAnswers,
  referencePath,
  referenceRows,
  WITHOUT_REFERENCE,
} from '../../../tools/testing/reference-answers.ts'
import { drawOf } from '../../../tools/testing/chance.ts'
import { bandOf, type BandKind } from '../../measure/bands.ts'
import { grayTest } from '../../measure/gray.ts'
import { INTERVAL_KINDS } from '../../measure/interval.ts'
import { addParts, rankParts, rankTest } from '../../measure/logrank.ts'
import type { Outcome } from '../../measure/outcomes.ts'
import { survivalOf } from '../../measure/survival.ts'
import type { WaitMap } from '../../sources/public.ts'
import { answerOf } from '../domain/answer.ts'
import type { CountedWaits, ExactStratum } from '../domain/counted-waits.ts'
import {
  type AnsweredStratum,
  expectCurve,
  expectIncidences,
  expectMean,
  type GoldenCurve,
  type GoldenStates,
} from '../../../tools/testing/golden-waits.ts'
import { countAll } from './count-all.ts'
import { makeTally } from './make-tally.ts'

type Sample = {
  /** The file itself, untouched; none where its rows are derived. */
  readonly file?: string
  readonly rows: () => Record<string, string>[]
  readonly map: WaitMap
  readonly by: readonly string[]
  readonly days?: 'elapsed'
}
type ExactWaits = CountedWaits<ExactStratum>
type Way = 'raw file' | 'three tallies'

const duration = (over: Partial<NonNullable<WaitMap['duration']>> = {}): WaitMap => ({
  duration: { time: 'time', event: 'status', eventValues: [1], unit: 'day', ...over },
})
const BOSTON: WaitMap = {
  id: 'case_id',
  opened: 'open_date',
  closed: 'close_date',
  category: 'case_topic',
  timeZone: 'America/New_York',
  outcome: {
    column: 'closure_reason',
    map: {
      Resolved: 'repaired',
      'Resolved successfully': 'repaired',
      Noted: 'closed_without_repair',
      Transitioned: 'transferred',
    },
  },
}
const BOSTON_FILE = 'boston_311_newcrm/boston_311_requests_2026-02-17.csv'
const fileOf = (file: string) => ({ file, rows: () => referenceRows(file) })
const AS_OF = '2026-02-17T02:21:40Z'
/** The derivation of the reference: progression if it was seen, else death or the end of follow-up. */
const mgus = () =>
  referenceRows('survival/mgus2.csv').map(({ ptime = '', pstat, futime = '', death, sex = '' }) => ({
    etime: pstat === '1' ? ptime : futime,
    event: pstat === '1' ? 'pcm' : death === '1' ? 'death' : 'censored',
    sex,
  }))

const SAMPLES: Record<string, Sample> = {
  aml: { ...fileOf('survival/aml.csv'), map: duration(), by: ['x'] },
  aml_all: { ...fileOf('survival/aml.csv'), map: duration(), by: [] },
  lung: { ...fileOf('survival/lung.csv'), map: duration({ eventValues: [2] }), by: ['sex'] },
  lung_all: { ...fileOf('survival/lung.csv'), map: duration({ eventValues: ['2'] }), by: [] },
  lung_cut: {
    ...fileOf('survival/lung.csv'),
    map: duration({ eventValues: [2] }),
    by: ['ph.ecog', 'sex'],
  },
  veteran: { ...fileOf('survival/veteran.csv'), map: duration(), by: ['celltype'] },
  mgus: {
    rows: mgus,
    map: {
      ...duration({ time: 'etime', event: 'event', eventValues: ['pcm', 'death'] }),
      outcome: { column: 'event', map: { pcm: 'repaired', death: 'withdrawn' } },
    },
    by: ['sex'],
  },
  boston: { ...fileOf(BOSTON_FILE), map: BOSTON, by: ['case_topic'], days: 'elapsed' },
  boston_all: { ...fileOf(BOSTON_FILE), map: BOSTON, by: [], days: 'elapsed' },
}

const folder = mkdtempSync(join(tmpdir(), 'palier-golden-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const watch = {
  progress: () => undefined,
  guessed: () => undefined,
  read: () => undefined,
  doubts: () => undefined,
  idle: () => undefined,
  keptBack: () => undefined,
}
const NOW = new Date('2026-11-23T12:00:00Z')

function writeRows(name: string, rows: readonly Record<string, string>[]): string {
  const path = join(folder, name)
  writeFileSync(path, Papa.unparse([...rows]))
  return path
}

async function countPaths(files: readonly string[], { map, by, days }: Sample) {
  const mapPath = join(folder, 'map.json')
  writeFileSync(mapPath, JSON.stringify(map))
  const isTallies = files.every((path) => path.endsWith('.tally.json'))
  const asked = isTallies
    ? { files, map: null, asOf: null, by: [], days: null, ties: null }
    : { files, map: mapPath, asOf: map.opened ? AS_OF : null, by, days: days ?? null, ties: null }
  const found = await countAll({ ...asked, now: NOW }, watch)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return exactly(found.value.counted)
}

/** Files and exact tallies are known at every time. */
const exactly = (counted: CountedWaits): ExactWaits => ({
  ...counted,
  strata: counted.strata.map((stratum) => (stratum.exits ? stratum : fail('cut'))),
})

/** Any split will do; this one follows no order of the file, and is the same each time. */
function thirds<R>(rows: readonly R[]): R[][] {
  const draw = drawOf(20_261_123)
  const drawn = rows.map(() => draw(3))
  return [0, 1, 2].map((site) => rows.filter((_, at) => drawn[at] === site))
}

async function fromTallies(name: string, sample: Sample): Promise<ExactWaits> {
  const paths: string[] = []
  for (const [site, rows] of thirds(sample.rows()).entries()) {
    const counted = await countPaths([writeRows(`${name}-${site}.csv`, rows)], sample)
    const { map, by } = sample
    const tally = makeTally({ counted, map, by }, { grid: null, unprotected: true })
    if (!tally.ok) throw new Error(tally.refusal.because)
    const path = join(folder, `${name}-${site}.tally.json`)
    writeFileSync(path, JSON.stringify(tally.value))
    paths.push(path)
  }
  return countPaths(paths, sample)
}

const counts = new Map<string, ExactWaits>()
const countedOf = (way: Way, name: string): ExactWaits =>
  counts.get(`${way} ${name}`) ?? fail(`${way} ${name}`)
const fail = (what: string): never => {
  throw new Error(`no ${what}`)
}
const group = (counted: ExactWaits, value: string) =>
  counted.strata.find(({ key }) => (Object.values(key)[0] ?? 'all') === value) ?? fail(value)

const answered = (
  counted: CountedWaits,
  ci: (typeof INTERVAL_KINDS)[number],
  { tau = null, causes = null }: { tau?: number | null; causes?: readonly Outcome[] | null } = {},
) => answerOf(counted, { ci, tau, causes })
const stratumOf = (strata: readonly AnsweredStratum[], value: string): AnsweredStratum =>
  strata.find(({ key }) => (Object.values(key)[0] ?? 'all') === value) ?? fail(value)

type Test = { chisq: number; df: number; p: number }
type Golden = Partial<Record<'km' | 'km_pooled' | 'km_all' | 'km_topic', Record<string, GoldenCurve>>> &
  Partial<Record<'logrank' | 'peto' | 'logrank_topic' | 'logrank_stratified_by_ph_ecog', Test>>
type States = Partial<Record<'aj' | 'aj_all' | 'aj_topic', Record<string, GoldenStates>>>

const CURVES = [
  ['aml', 'aml', 'km'],
  ['aml_all', 'aml', 'km_pooled'],
  ['lung', 'lung', 'km'],
  ['lung_all', 'lung', 'km_pooled'],
  ['veteran', 'veteran', 'km'],
  ['boston', 'boston_311', 'km_topic'],
  ['boston_all', 'boston_311', 'km_all'],
] as const

describe.skipIf(!hasReference())(`raw files, equal to R: ${WITHOUT_REFERENCE}`, () => {
  beforeAll(async () => {
    for (const [name, sample] of Object.entries(SAMPLES)) {
      const path = sample.file ? referencePath(sample.file) : writeRows(`${name}.csv`, sample.rows())
      counts.set(`raw file ${name}`, await countPaths([path], sample))
      counts.set(`three tallies ${name}`, await fromTallies(name, sample))
    }
  })

  describe.each(['raw file', 'three tallies'] as const)('%s', (way) => {
    it.each(CURVES)('%s: curves, intervals, quantiles, means', (name, set, section) => {
      const golden = Object.entries(referenceAnswers<Golden>(set)[section] ?? {})
      expect(golden.length).toBeGreaterThan(0)
      for (const [label, wanted] of golden) {
        const value = label === 'all' ? 'all' : label.slice(label.indexOf('=') + 1)
        for (const ci of INTERVAL_KINDS) {
          const found = stratumOf(answered(countedOf(way, name), ci).strata, value)
          expectCurve(found, wanted, ci)
        }
        for (const mean of [wanted.rmean_individual, wanted.rmean_common])
          if (mean) {
            const { strata } = answered(countedOf(way, name), 'log-log', { tau: mean.tau })
            expectMean(stratumOf(strata, value), mean)
          }
      }
    })

    it.each([
      ['aml', 'aml', ['logrank', 'peto']],
      ['lung', 'lung', ['logrank', 'peto']],
      ['veteran', 'veteran', ['logrank', 'peto']],
      ['boston', 'boston_311', ['logrank_topic']],
    ] as const)('%s: groups compared', (name, set, kinds) => {
      const { tests } = answered(countedOf(way, name), 'log-log')
      for (const kind of kinds) {
        const wanted = referenceAnswers<Golden>(set)[kind] ?? fail(kind)
        const found = tests?.[kind === 'peto' ? 'peto' : 'logrank'] ?? fail(kind)
        expect(found.df).toBe(wanted.df)
        expectEqualTo([found.chisq, found.p], [wanted.chisq, wanted.p])
      }
    })

    it('lung: groups compared inside strata', () => {
      const strata = Map.groupBy(countedOf(way, 'lung_cut').strata, ({ key }) => key['ph.ecog'])
      const parts = [...strata].flatMap(([ecog, own]) =>
        ecog === 'NA' || own.length < 2 ? [] : [rankParts(own.map(({ exits }) => exits))],
      )
      const wanted = referenceAnswers<Golden>('lung').logrank_stratified_by_ph_ecog ?? fail('test')
      expectEqualTo([rankTest(addParts(parts))?.chisq ?? null], [wanted.chisq])
    })

    it.each([
      ['mgus', 'mgus2_competing', 'aj', ['repaired', 'withdrawn']],
      ['boston_all', 'boston_311', 'aj_all', ['repaired', 'closed_without_repair', 'transferred']],
      ['boston', 'boston_311', 'aj_topic', ['repaired', 'closed_without_repair', 'transferred']],
    ] as const)('%s: several outcomes', (name, set, section, causes) => {
      const golden = Object.entries(referenceAnswers<States>(set)[section] ?? {})
      const { strata } = answered(countedOf(way, name), 'log-log', { causes })
      const read = golden.filter(([label]) => label === 'all' || label.includes('='))
      expect(read.length).toBe(strata.length)
      for (const [label, wanted] of read) {
        const value = label === 'all' ? 'all' : label.slice(label.indexOf('=') + 1)
        expectIncidences(stratumOf(strata, value), wanted, causes)
      }
    })

    it('mgus: Gray’s test', () => {
      const wanted = referenceAnswers<{ gray_test: { stat: number[]; p: number[] } }>(
        'mgus2_competing',
      ).gray_test
      const groups = countedOf(way, 'mgus').strata.map(({ exits }) => exits)
      // Withdrawn is the third outcome.
      const found = [1, 3].map((cause) => grayTest(groups, cause))
      expectEqualTo(
        found.map((test) => test?.chisq ?? null),
        wanted.stat,
      )
      expectEqualTo(
        found.map((test) => test?.p ?? null),
        wanted.p,
      )
    })

    it.each([
      ['lung_all', 'lung_all', 'all'],
      ['lung_sex1', 'lung', '1'],
      ['aml_all', 'aml_all', 'all'],
    ])('%s: bands, to 1e-3', (golden, name, value) => {
      type Band = { tl: number; tu: number; lower: number[]; upper: number[] }
      const curve = survivalOf(group(countedOf(way, name), value).exits)
      const bands = referenceAnswers<Record<string, Record<string, Band>>>('km_bands')[golden] ?? fail(golden)
      for (const [kind, label] of BANDS) {
        const wanted = bands[label] ?? fail(label)
        const found = bandOf(curve, kind, wanted)
        if (!found.ok) throw new Error('no band')
        const cut = (x: number) => Math.min(1, Math.max(0, x))
        const apart = found.value.bounds.flatMap(({ lower, upper }, row) => [
          Math.abs((lower ?? Number.NaN) - cut(wanted.lower[row] ?? Number.NaN)),
          Math.abs((upper ?? Number.NaN) - cut(wanted.upper[row] ?? Number.NaN)),
        ])
        // One of R's tables is read the wrong way round (docs/measure.md «Where we differ»).
        expect(Math.max(...apart)).toBeLessThan(golden === 'aml_all' && label === 'logep' ? 2e-3 : 1e-3)
      }
    })
  })

  it('the tallies carry exactly what the files said', () => {
    for (const name of Object.keys(SAMPLES)) {
      const [file, tallies] = [countedOf('raw file', name), countedOf('three tallies', name)]
      expect(tallies.strata.map(({ key, exits }) => ({ key, n: exits.n, time: exits.time }))).toEqual(
        file.strata.map(({ key, exits }) => ({ key, n: exits.n, time: exits.time })),
      )
    }
  })

  it('cgd: what comes back, with robust and naive errors', async () => {
    type Mcf = { time: number[]; mcf: number[]; std_chaz: number[]; n_risk: number[] }
    const golden = referenceAnswers<{
      mcf: Record<string, Mcf>
      naive: Record<string, { std_chaz_naive: number[] }>
    }>('cgd_recurrent_mcf')
    const map: WaitMap = {
      intervals: { id: 'id', start: 'tstart', stop: 'tstop', event: 'status', eventValues: [1] },
    }
    const path = referencePath('survival/cgd.csv')
    const { strata } = answered(await countPaths([path], { rows: () => [], map, by: ['treat'] }), 'log-log')
    for (const [label, wanted] of Object.entries(golden.mcf)) {
      const found = stratumOf(strata, label.slice('treat='.length)).recurrence ?? fail(label)
      expectEqualTo(found.time, wanted.time)
      expectEqualTo(found.atRisk, wanted.n_risk)
      expectEqualTo(found.mean, wanted.mcf)
      expectEqualTo(found.se, wanted.std_chaz)
      expectEqualTo(found.seNaive, golden.naive[label]?.std_chaz_naive ?? [])
    }
  })
})

const BANDS: readonly (readonly [BandKind, string])[] = [
  ['hall-wellner', 'hall-wellner'],
  ['log-hall-wellner', 'loghall'],
  ['equal-precision', 'epband'],
  ['log-equal-precision', 'logep'],
]
