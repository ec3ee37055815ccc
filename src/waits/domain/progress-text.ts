/** How far the reading of a file is: rows, speed, time left. Time is a parameter, in milliseconds. */
export type ReadingProgress = { readonly rows: number; readonly bytesRead: number; readonly bytes: number }

export type ProgressSaid = {
  readonly rows: number
  readonly percent: number
  readonly rowsPerSecond: number
  /** Null until there is something to reckon from. */
  readonly secondsLeft: number | null
}

export function progressSaid({ rows, bytesRead, bytes }: ReadingProgress, elapsedMs: number): ProgressSaid {
  const share = bytes > 0 ? Math.min(1, bytesRead / bytes) : 0
  return {
    rows,
    percent: Math.floor(share * 100),
    rowsPerSecond: elapsedMs > 0 ? Math.round((rows / elapsedMs) * 1000) : 0,
    secondsLeft: share > 0.01 ? Math.ceil((elapsedMs * (1 - share)) / share / 1000) : null,
  }
}
