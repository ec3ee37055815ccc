import { useRef } from 'preact/hooks'
import { type Draft, NOTHING_SAID } from './draft.ts'
import type { Beside } from './outbox.ts'
import type { VisitProps } from './use-visit.ts'

/** What the copy of this visit holds, and how it is written beside the words. */
export type Copying = {
  readonly note: (part: Partial<Draft>) => void
  readonly beside: (isClosed?: boolean) => Promise<Beside>
}

export function useCopying({ phone, visit, restored }: VisitProps): Copying {
  const draft = useRef(restored ?? NOTHING_SAID)
  return {
    note: (part) => void (draft.current = { ...draft.current, ...part }),
    beside: (isClosed) => phone.vault.beside(visit, draft.current, isClosed),
  }
}
