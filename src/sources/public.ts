/** A DuckDB in memory for one reading; whoever opens it closes it. */
export { type Engine, openEngine } from './engine/duck.ts'
/** What a file is, found in its content. */
export { inspectFile, type InspectOptions } from './engine/inspect-file.ts'
/** Its wanted columns as text, in `raw` and `torn` of the engine. */
export { loadRows, type LoadOptions } from './engine/load-rows.ts'
/** How far a reading is. */
export type { ReadProgress } from './engine/watch-query.ts'
/** A file that was inspected, and its rows once loaded. */
export type { InspectedFile, LoadedRows } from './domain/inspected-file.ts'
/** Why a file is not read. */
export type { FileRefusal } from './domain/file-refusal.ts'
/** The same, said to whoever brought it. */
export { sayFileRefusal } from './views/file-refusal.fr.ts'
/** Which column of a file means what. */
export { checkAgainst, headersOf, readWaitMap, type WaitMap } from './domain/wait-map.ts'
/** What is wrong with a map. */
export type { MapRefusal } from './domain/map-refusal.ts'
/** Columns that look like what no figure needs: names, telephones, e-mails, NIR, debts, homes. */
export { sensitiveColumns } from './domain/sensitive-columns.ts'
/** Loaded rows as cases, durations or stretches, and the rows that are none, each with its reason. */
export { extractCases } from './engine/extract-cases.ts'
/** The same, of all the values by which cases were cut. */
export { personalStrata } from './domain/personal-strata.ts'
/** What was extracted, and why nothing was. */
export type { ExtractedCases, ExtractRefusal } from './domain/extracted-cases.ts'
/** A map as the names and values of a file suggest it, with the reason for each column. */
export { suggestForFile } from './engine/suggest-for-file.ts'
/** Says under what files may come, for whom decides it. */
export { recordAgreement } from './actions/agreements.ts'
/** A source without a file yet. */
export { createSource } from './actions/sources.ts'
/** Whether a source was made, read, taken away. */
export { fateOfSourceNamed } from './store/sources.ts'
/** Reads a file into its source, whole or not at all. */
export { importFile } from './actions/import-file.ts'
