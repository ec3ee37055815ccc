import type { NoActor } from '../../access/actor-by-email.ts'
import type { ImportUsage } from '../domain/import-typed.ts'

/** Whatever the command line may have to say that no page says. */
export type CommandProblem =
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
  readonly problem: (problem: CommandProblem) => string
  readonly progress: (step: string, rows: number, total: number | null) => string
  readonly same: (vintage: number) => string
  readonly leftOut: (headers: readonly string[]) => string
}

/** One sentence for each problem. */
export type ProblemWords = {
  readonly [B in CommandProblem['because']]: (problem: Extract<CommandProblem, { because: B }>) => string
}

/** The sentence of a problem, in the words of a language. */
export const problemIn =
  (words: ProblemWords) =>
  <B extends CommandProblem['because']>(
    problem: Extract<CommandProblem, { because: B }> & { because: B },
  ): string =>
    words[problem.because](problem)

/** How many rows, of how many if that is known. */
export const rowsOf = (rows: number, total: number | null, language: string): string =>
  [rows, ...(total === null ? [] : [total])].map((count) => count.toLocaleString(language)).join(' / ')
