/** One line of docs/benchmarks.md: what was measured, against which limit, and how to measure it again. */
export type BenchRow = {
  readonly what: string
  readonly measured: string
  readonly limit: string
  /** measured ÷ limit, or null when the limit is zero or there is none. */
  readonly ratio: number | null
  readonly ok: boolean
  readonly command: string
}
