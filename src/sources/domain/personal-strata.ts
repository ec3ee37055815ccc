import type { ExtractedCases } from './extracted-cases.ts'
import { type SensitiveColumn, sensitiveColumns } from './sensitive-columns.ts'

/** Values looked at, from all over the list. */
const LOOKED_AT = 5000

/** The headers cases were cut by whose values look personal: every value was read, where a look at first rows sees few. */
export function personalStrata({ strata, kept }: ExtractedCases): SensitiveColumn[] {
  const headers = Object.keys(strata[0] ?? {})
  return headers.flatMap((header) => {
    const values = [...new Set(strata.map((stratum) => stratum[header] ?? ''))].filter(
      (value) => value !== '',
    )
    const step = Math.ceil(values.length / LOOKED_AT)
    const some = values.filter((_, at) => at % step === 0)
    const spread = new Map([[header, values.length / Math.max(1, kept)]])
    return sensitiveColumns(
      [header],
      some.map((value) => [value]),
      spread,
    )
  })
}
