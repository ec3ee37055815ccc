import { accept, refuse, type Result } from '../../kernel/result.ts'

/** What the server writes once it has kept an envelope or a file: its fingerprint, computed from what arrived. */
export type Receipt = {
  readonly receipt: 1
  readonly id: string
  readonly sha256: string
  readonly receivedAt: string
}

/** What the phone sent, by its id and the fingerprint it computed itself. */
export type Sent = { readonly id: string; readonly sha256: string }

/** What a network answered, be it the server, a proxy or the page of a hotel. */
export type NetworkAnswer = { readonly status: number; readonly text: string }

export type ReceiptRefusal = { readonly because: 'not_a_receipt' | 'of_something_else' }

/** Kept: 201 anew, 200 once more, 409 beside another content of the same id. Nothing else can be a receipt. */
const KEPT: readonly number[] = [200, 201, 409]

/** What the phone may believe: its local copy goes only in the transaction that writes this receipt. */
export function readReceipt(sent: Sent, answer: NetworkAnswer): Result<Receipt, ReceiptRefusal> {
  const said = KEPT.includes(answer.status) ? parsed(answer.text) : undefined
  if (typeof said !== 'object' || said === null) return refuse({ because: 'not_a_receipt' })
  const { receipt, id, sha256, receivedAt } = said as Record<string, unknown>
  if (receipt !== 1 || typeof id !== 'string' || typeof sha256 !== 'string' || typeof receivedAt !== 'string')
    return refuse({ because: 'not_a_receipt' })
  if (id !== sent.id || sha256 !== sent.sha256) return refuse({ because: 'of_something_else' })
  return accept({ receipt, id, sha256, receivedAt })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
