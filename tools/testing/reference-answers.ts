/** Reference answers and their inputs, where they stand beside the project (`../shared`); absent, their tests say so and pass over. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { expect } from 'vitest'

const SHARED = new URL('../../../shared/', import.meta.url)

/** Said by a test that is passed over. */
export const WITHOUT_REFERENCE = 'needs ../shared/golden and ../shared/data, absent here'

export function hasReference(): boolean {
  return existsSync(new URL('golden/', SHARED)) && existsSync(new URL('data/survival/', SHARED))
}

/** A file of reference answers, read as the shape the test declares; an empty object where there is none. */
export function referenceAnswers<T extends object>(name: string): T {
  const file = new URL(`golden/${name}.json`, SHARED)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : JSON.parse('{}')
}

/** Where a file of `../shared/data` stands. */
export const referencePath = (path: string): string => fileURLToPath(new URL(`data/${path}`, SHARED))

/** The rows of a CSV of `../shared/data`, gzipped or not; none where there is none. */
export function referenceRows(path: string): Record<string, string>[] {
  const file = new URL(`data/${path}`, SHARED)
  if (!existsSync(file)) return []
  const bytes = path.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)
  return Papa.parse<Record<string, string>>(bytes.toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
}

type Numbers = ArrayLike<number | null>

/**
 * Equal to the reference, number by number, to a relative difference; null only where the reference is null. A reference
 * below 1e-15 is a zero that its tool rounded.
 */
export function expectEqualTo(found: Numbers, reference: Numbers, relative = 1e-10): void {
  expect(found.length).toBe(reference.length)
  const apart = Array.from(reference).flatMap((wanted, at) => {
    const got = found[at] ?? null
    if (got === null || wanted === null) return got === wanted ? [] : [{ at, got, wanted }]
    return Math.abs(got - wanted) <= (Math.abs(wanted) < 1e-15 ? 1e-15 : relative * Math.abs(wanted))
      ? []
      : [{ at, got, wanted }]
  })
  expect(apart).toEqual([])
}
