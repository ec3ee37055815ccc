/**
 * What the sums somebody was told leave possible: the least and the most of any sum of unknown numbers, none below 0.
 * A plain simplex (Bland's rule), for tests that play the attacker: slow, and independent of what it attacks.
 */
export type Told = { readonly sum: ReadonlyMap<number, number>; readonly value: number }

const EPSILON = 1e-7

export class Attacker {
  readonly #rows: Float64Array[]
  readonly #basis: number[]
  readonly #unknowns: number

  constructor(unknowns: number, told: readonly Told[]) {
    const width = unknowns + told.length + 1
    this.#unknowns = unknowns
    this.#rows = told.map(({ sum, value }, k) => {
      const row = new Float64Array(width)
      for (const [unknown, weight] of sum) row[unknown] = weight
      row[unknowns + k] = 1
      row[width - 1] = value
      return row
    })
    this.#basis = told.map((_, k) => unknowns + k)
    const cost = new Float64Array(width)
    for (const row of this.#rows) for (let j = 0; j < unknowns; j++) cost[j] = (cost[j] ?? 0) - (row[j] ?? 0)
    run(this.#rows, this.#basis, cost, unknowns)
    for (let k = this.#rows.length - 1; k >= 0; k--) this.#leaveArtificial(k)
  }

  /** A row that says nothing new goes; another gives its place to a real unknown. */
  #leaveArtificial(k: number): void {
    if ((this.#basis[k] ?? 0) < this.#unknowns) return
    const row = this.#rows[k]
    const real = row?.subarray(0, this.#unknowns).findIndex((value) => Math.abs(value) > EPSILON) ?? -1
    if (real >= 0) pivot(this.#rows, this.#basis, k, real)
    else {
      this.#rows.splice(k, 1)
      this.#basis.splice(k, 1)
    }
  }

  /** How far apart the most and the least of the sum of these unknowns are. */
  widthOf(unknowns: readonly number[]): number {
    return this.#most(unknowns, 1) + this.#most(unknowns, -1)
  }

  #most(unknowns: readonly number[], sign: 1 | -1): number {
    const rows = this.#rows.map((row) => row.slice())
    const basis = [...this.#basis]
    const cost = new Float64Array(rows[0]?.length ?? 1)
    for (const unknown of unknowns) cost[unknown] = -sign
    rows.forEach((row, k) => {
      const weight = cost[basis[k] ?? 0] ?? 0
      if (weight !== 0) for (let j = 0; j < row.length; j++) cost[j] = (cost[j] ?? 0) - weight * (row[j] ?? 0)
    })
    return run(rows, basis, cost, this.#unknowns) ? (cost.at(-1) ?? 0) : Infinity
  }
}

/** False when nothing told bounds the sum. */
function run(rows: Float64Array[], basis: number[], cost: Float64Array, unknowns: number): boolean {
  for (;;) {
    const entering = cost.subarray(0, unknowns).findIndex((value) => value < -EPSILON)
    if (entering === -1) return true
    const leaving = leavingRow(rows, basis, entering)
    if (leaving === -1) return false
    pivot(rows, basis, leaving, entering)
    const row = rows[leaving]
    const weight = cost[entering] ?? 0
    row?.forEach((value, j) => {
      cost[j] = (cost[j] ?? 0) - weight * value
    })
  }
}

function leavingRow(rows: readonly Float64Array[], basis: readonly number[], entering: number): number {
  let [best, found] = [Infinity, -1]
  rows.forEach((row, k) => {
    const weight = row[entering] ?? 0
    if (weight <= EPSILON) return
    const ratio = (row.at(-1) ?? 0) / weight
    const isFirst = ratio < best + EPSILON && (basis[k] ?? 0) < (basis[found] ?? Infinity)
    if (ratio < best - EPSILON || isFirst) [best, found] = [Math.min(ratio, best), k]
  })
  return found
}

function pivot(rows: readonly Float64Array[], basis: number[], leaving: number, entering: number): void {
  const own = rows[leaving]
  if (!own) return
  const scale = own[entering] ?? 1
  for (let j = 0; j < own.length; j++) own[j] = (own[j] ?? 0) / scale
  rows.forEach((row, k) => {
    const weight = row[entering] ?? 0
    if (k === leaving || Math.abs(weight) < 1e-12) return
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - weight * (own[j] ?? 0)
  })
  basis[leaving] = entering
}
