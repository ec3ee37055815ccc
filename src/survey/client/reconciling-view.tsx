import type { PhoneWords } from '../domain/phone-words.ts'
import type { Reconciled } from './reconciling.ts'
import type { Reconciling } from './use-reconciling.ts'

type Props = { readonly reconciling: Reconciling; readonly words: PhoneWords }

/** Whether the union still has what it said it received. */
export const ReconcilingView = ({ reconciling: { result, isAsking, check }, words: { queue } }: Props) => (
  <>
    <p class="quiet">{queue.checkExplained}</p>
    <button class="btn second wide" type="button" disabled={isAsking} onClick={check}>
      {queue.check}
    </button>
    <div role="status">{result ? saidIn(result, queue).map((said) => <p key={said}>{said}</p>) : null}</div>
  </>
)

function saidIn(result: Reconciled, queue: PhoneWords['queue']): readonly string[] {
  if (result.verdict === 'not_told') return [queue.notChecked]
  if (result.verdict === 'sign_in') return [queue.signedOut]
  const { there, again } = result
  return [queue.there(String(there)), ...(again > 0 ? [queue.again(String(again))] : [])]
}

/** What was confirmed and is nowhere any more is said on every screen: nobody opens the queue to learn it. */
export const LostNotice = ({ reconciling: { result }, words: { queue } }: Props) =>
  result?.verdict === 'told' && result.lost > 0 ? (
    <p class="notice brick" role="alert">
      {queue.lost(String(result.lost))}
    </p>
  ) : null
