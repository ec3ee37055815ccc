import type { NetworkAnswer, Sent } from '../domain/receipt.ts'

/** What the union said of what it had received: all is there, some has to leave again, some is nowhere any more. */
export type Reconciled =
  | { readonly verdict: 'told'; readonly there: number; readonly again: number; readonly lost: number }
  | { readonly verdict: 'not_told' }
  | { readonly verdict: 'sign_in' }

/** Which of these the union lacks; nothing when whoever answered is not the union. */
export function missingIn(
  sent: readonly Sent[],
  { status, text }: NetworkAnswer,
): readonly string[] | undefined {
  const missing = status === 200 ? listIn(text) : undefined
  const asked = new Set(sent.map(({ id }) => id))
  return missing?.every((id) => asked.has(id)) ? missing : undefined
}

function listIn(text: string): readonly string[] | undefined {
  try {
    const said: unknown = JSON.parse(text)
    const list: unknown =
      typeof said === 'object' && said !== null && 'missing' in said ? said.missing : undefined
    return Array.isArray(list) && list.every((id) => typeof id === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

/** What lacks and is still on this phone leaves again; the rest has to be told to somebody. */
export function sortMissing(
  missing: readonly string[],
  isHere: (id: string) => boolean,
): { readonly again: readonly string[]; readonly lost: readonly string[] } {
  return { again: missing.filter(isHere), lost: missing.filter((id) => !isHere(id)) }
}
