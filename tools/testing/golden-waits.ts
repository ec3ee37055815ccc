/** What `waits --json` says of a stratum, held against R's answers (`../shared/golden`). */
import { expect } from 'vitest'
import { indexAt } from '../../src/measure/exits.ts'
import type { IntervalKind } from '../../src/measure/interval.ts'
import type { AnsweredStratum } from '../../src/waits/domain/answer-stratum.ts'
import { expectEqualTo } from './reference-answers.ts'

export type { AnsweredStratum } from '../../src/waits/domain/answer-stratum.ts'

type Columns = Record<'lower' | 'upper', (number | null)[]>
type Mean = { tau: number; rmean: number; se: number }

export type GoldenCurve = {
  n: number
  events: number
  time?: number[]
  n_risk: number[]
  n_event: number[]
  n_censor: number[]
  surv: number[]
  std_err_log: (number | 'Inf')[]
  ci: Record<string, Columns | undefined>
  quantiles: Record<string, (Columns & { p: number[]; est: (number | null)[] }) | undefined>
  rmean_individual?: Mean
  rmean_common?: Mean
}

type Row = (number | null)[]
export type GoldenStates = {
  n: number
  time?: number[]
  pstate?: Row[]
  std_err?: Row[]
  at: { times: number[]; pstate: Row[]; std_err: Row[] }
}

/** Of some samples R's summaries alone are kept, without the curve. */
export function expectCurve(found: AnsweredStratum, wanted: GoldenCurve, ci: IntervalKind): void {
  expect([found.n, found.ended]).toEqual([wanted.n, wanted.events])
  if (wanted.time) {
    expectEqualTo(found.curve.time, wanted.time)
    expectEqualTo(found.curve.atRisk, wanted.n_risk)
    expectEqualTo(found.curve.ended, wanted.n_event)
    expectEqualTo(found.curve.censored, wanted.n_censor)
    expectEqualTo(found.curve.survival, wanted.surv)
    expectEqualTo(
      found.curve.seLog,
      wanted.std_err_log.map((se) => (se === 'Inf' ? null : se)),
    )
    const bounds = wanted.ci[ci]
    if (bounds) expectEqualTo(found.curve.lower, bounds.lower)
    if (bounds) expectEqualTo(found.curve.upper, bounds.upper)
  }
  const quantiles = wanted.quantiles[ci]
  if (!quantiles) return
  for (const [key, reference] of [
    ['value', quantiles.est],
    ['lower', quantiles.lower],
    ['upper', quantiles.upper],
  ] as const)
    expectEqualTo(
      quantiles.p.map((p) => found.quantiles[String(p)]?.[key] ?? null),
      reference,
    )
}

/** Where R draws the last share on, we refuse. */
export function expectMean(found: AnsweredStratum, mean: Mean): void {
  const isKnown = mean.tau <= (found.curve.time.at(-1) ?? 0)
  expectEqualTo(
    [found.rmean?.value ?? null, found.rmean?.se ?? null],
    isKnown ? [mean.rmean, mean.se] : [null, null],
  )
}

/** The states of the reference: waiting, then each outcome in the order of its causes. */
export function expectIncidences(
  found: AnsweredStratum,
  wanted: GoldenStates,
  causes: readonly string[],
): void {
  expect(found.n).toBe(wanted.n)
  causes.forEach((cause, k) => {
    const { time = [], incidence = [], se = [] } = found.causes?.[cause] ?? {}
    const column = (rows: readonly Row[]) => rows.map((row) => row[k + 1] ?? null)
    const at = wanted.at.times.map((one) => indexAt(time, one))
    expectEqualTo(
      at.map((row) => incidence[row] ?? 0),
      column(wanted.at.pstate),
    )
    expectEqualTo(
      at.map((row) => se[row] ?? 0),
      column(wanted.at.std_err),
    )
    if (!wanted.time || !wanted.pstate || !wanted.std_err) return
    expectEqualTo(time, wanted.time)
    expectEqualTo(incidence, column(wanted.pstate))
    expectEqualTo(se, column(wanted.std_err))
  })
}
