import { type NetworkAnswer, readReceipt, type Receipt, type Sent } from '../domain/receipt.ts'

/** What to do after one answer. */
export type Verdict =
  | { readonly verdict: 'let_go'; readonly receipt: Receipt }
  /** Nobody is signed in any more: all stays, a person has to act. */
  | { readonly verdict: 'sign_in' }
  /** This one is not wanted as it is; the others may be. It stays and is tried again on the next round. */
  | { readonly verdict: 'pass' }
  /** The network or the server is not there, or somebody else answered: later. */
  | { readonly verdict: 'wait' }

const TIRED: readonly number[] = [408, 425, 429]

/** Only a true receipt lets a copy go; a page of a hotel that says 200 is not one. */
export function judge(sent: Sent, answer: NetworkAnswer | undefined): Verdict {
  if (!answer) return { verdict: 'wait' }
  const receipt = readReceipt(sent, answer)
  if (receipt.ok) return { verdict: 'let_go', receipt: receipt.value }
  if (answer.status === 401) return { verdict: 'sign_in' }
  const isRefused = answer.status >= 400 && answer.status < 500 && !TIRED.includes(answer.status)
  return { verdict: isRefused ? 'pass' : 'wait' }
}

const FIRST_PAUSE = 2000
const LONGEST_PAUSE = 5 * 60_000

/** Twice longer each time, up to five minutes, and never at the same beat on two phones. `chance` is in [0, 1). */
export function pauseAfter(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - 1))
  return Math.round(whole * (0.5 + chance / 2))
}
