import type { ImportUsage } from './import-typed.ts'

/** Why no one is found in whose name to import (access/actor-by-email.ts). */
type NoActor =
  | { readonly because: 'no_account'; readonly email: string }
  | { readonly because: 'no_space_of_theirs'; readonly email: string; readonly space: string }
  | { readonly because: 'several_spaces'; readonly ids: readonly string[] }

/** Whatever the command line may have to say that no page says. */
export type ImportProblem =
  | ImportUsage
  | NoActor
  | { readonly because: 'map_file_absent'; readonly path: string }
  | { readonly because: 'map_file_not_json'; readonly path: string }
  | { readonly because: 'agreement_needed'; readonly source: string }
  | { readonly because: 'agreement_absent' }
  | { readonly because: 'source_name_taken'; readonly name: string }

/** All that `import` says, in one language. */
export type ImportSpeech = {
  readonly help: string
  readonly problem: (problem: ImportProblem) => string
  readonly progress: (step: string, rows: number, total: number | null) => string
  readonly same: (vintage: number) => string
  readonly leftOut: (headers: readonly string[]) => string
}

/** One sentence for each problem. */
export type ProblemWords = {
  readonly [B in ImportProblem['because']]: (problem: Extract<ImportProblem, { because: B }>) => string
}

/** The sentence of a problem, in the words of a language. */
export const problemIn =
  (words: ProblemWords) =>
  <B extends ImportProblem['because']>(
    problem: Extract<ImportProblem, { because: B }> & { because: B },
  ): string =>
    words[problem.because](problem)

/** How many rows, of how many if that is known. */
export const rowsOf = (rows: number, total: number | null, language: string): string =>
  [rows, ...(total === null ? [] : [total])].map((count) => count.toLocaleString(language)).join(' / ')
