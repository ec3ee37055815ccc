import type { ExtractedCases } from '../../sources/domain/extracted-cases.ts'
import type { InspectedFile } from '../../sources/domain/inspected-file.ts'
import type { FileDoubt } from './file-doubts.ts'
import type { ProgressSaid } from './progress-text.ts'

/** What a command says on stderr while it works; results are on stdout and nothing else is. */
export type ReadingWords = {
  readonly progress: (name: string, said: ProgressSaid) => string
  readonly read: (file: InspectedFile, extracted: ExtractedCases) => readonly string[]
  readonly doubt: (doubt: FileDoubt) => string
  readonly guessed: (name: string, map: string) => string
  /** Keys to complete, and the headers of which they are some. */
  readonly missing: (fields: readonly string[], headers: readonly string[]) => string
  readonly because: (field: string, reason: string) => string
  readonly idleForTallies: (options: readonly string[]) => string
  readonly sourceTwice: (name: string) => string
  readonly written: (path: string) => string
  readonly notDrawn: (count: number) => string
  readonly withheld: (count: number) => string
  /** Strata that tallies read here keep to themselves. */
  readonly keptBack: (count: number) => string
  readonly stopped: string
}
