import type { CalendarDay } from '../kernel/calendar-day.ts'
import type { Exits } from './exits.ts'

/** Whose wait: from the first telling to «it is gone», or from registration to closing. Never one figure of both. */
export type WhoseClock = 'tenant' | 'landlord'

/** A source as it was read: whoever has the same file finds the same fingerprint. `sha256` in 64 hexadecimal digits. */
export type Source = { readonly name: string; readonly sha256: string; readonly rows: number }

/** What a figure is made of, without which it is only a number. */
export type Provenance = {
  /** What is counted: a key of the page that defines it, such as `median_wait`. */
  readonly definition: string
  readonly clock: WhoseClock
  readonly asOf: CalendarDay
  /** Of all the cases there are, those counted here: left out are rejects and what is known of nothing. */
  readonly coverage: { readonly counted: number; readonly known: number }
  /** How it was computed, day rule included: `kaplan_meier/log-log/civil/half`. */
  readonly method: string
  readonly rules: string
  readonly sources: readonly [Source, ...Source[]]
}

declare const made: unique symbol

/** A value that says where it comes from. Only `figureOf` makes one. */
export type Figure<V> = Provenance & {
  readonly value: V
  readonly n: number
  readonly ended: number
  /** Still waiting, as of that day. */
  readonly waiting: number
  readonly [made]: true
}

/**
 * The only way to a figure: the value, the waits it was computed on, and where they come from. Throws RangeError on
 * counts that contradict one another, and on a source without a fingerprint.
 */
export function figureOf<V>(value: V, exits: Exits, provenance: Provenance): Figure<V> {
  const ended = exits.ended.reduce((sum, d) => sum + d, 0)
  const waiting = exits.censored.reduce((sum, c) => sum + c, 0)
  if (exits.n !== ended + waiting) throw new RangeError('a case has ended or waits, and is counted once')
  checkProvenance(provenance, exits.n)
  return { ...provenance, value, n: exits.n, ended, waiting } as Figure<V>
}

function checkProvenance({ definition, method, rules, coverage, sources }: Provenance, n: number): void {
  if ([definition, method, rules].some((text) => text.trim() === '')) {
    throw new RangeError('a figure says what it is, how it is made and by which rules')
  }
  if (coverage.counted < n || coverage.known < coverage.counted) {
    throw new RangeError('a figure covers at least its own cases, and at most those there are')
  }
  for (const { name, sha256 } of sources) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`no fingerprint of ${name}`)
  }
}
