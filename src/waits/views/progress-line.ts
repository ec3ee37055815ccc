import { performance } from 'node:perf_hooks'
import { progressSaid, type ProgressSaid, type ReadingProgress } from '../domain/progress-text.ts'

/** Between two lines where nobody watches: a log is read later. */
const LOGGED_EVERY_MS = 5000
const SHOWN_EVERY_MS = 200
const CLEAR_LINE = '\r\u001b[2K'

export type ProgressLine = {
  readonly progress: (name: string, progress: ReadingProgress) => void
  /** A line that stays; what was written over is cleared first. */
  readonly say: (text: string) => void
}

type Channel = { readonly err: (text: string) => void; readonly isWatched: boolean }

/** One line that says how far a reading is, written over where somebody watches. A quick reading says nothing. */
export function progressLine(
  { err, isWatched }: Channel,
  words: (name: string, said: ProgressSaid) => string,
): ProgressLine {
  let [current, since, said] = ['', 0, 0]
  const progress = (name: string, now: ReadingProgress): void => {
    const at = performance.now()
    if (name !== current) [current, since, said] = [name, at, at]
    if (at - said < (isWatched ? SHOWN_EVERY_MS : LOGGED_EVERY_MS)) return
    said = at
    const text = words(name, progressSaid(now, at - since))
    err(isWatched ? `${CLEAR_LINE}${text}` : `${text}\n`)
  }
  return { progress, say: (text) => err(isWatched ? `${CLEAR_LINE}${text}\n` : `${text}\n`) }
}
