/** What is read at most. A file beyond is refused before, or at the byte where, it passes. */
const MB = 1024 * 1024

export const FILE_LIMITS = {
  /** A table as text or Parquet. */
  tableBytes: 16 * 1024 * MB,
  /** What gzip or zip may unfold into. */
  unpackedBytes: 8 * 1024 * MB,
  /** Text of cases folds into a tenth, rarely a fiftieth; a bomb into a thousandth. Asked beyond `ratioFrom`. */
  ratio: 200,
  ratioFrom: 64 * MB,
  archiveEntries: 10_000,
  /** A workbook as given, and each of its parts once unfolded. */
  workbookBytes: 512 * MB,
  sheetBytes: 2048 * MB,
  otherPartBytes: 512 * MB,
  /** ODS is parsed as one text, an old workbook as one tree. */
  odsContentBytes: 400 * MB,
  oldWorkbookBytes: 100 * MB,
  workerMemoryMb: 1536,
  sampleRows: 200,
  /** The beginning of a text in which its header is looked for. */
  sampleBytes: MB / 2,
} as const
