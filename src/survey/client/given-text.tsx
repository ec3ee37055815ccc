import { useState } from 'preact/hooks'
import type { TextGiven } from './give-text.ts'

/** What became of a text that was shared or copied. */
export function useGiven(give: () => Promise<TextGiven>): readonly [TextGiven | undefined, () => void] {
  const [done, setDone] = useState<TextGiven>()
  return [done, () => void give().then(setDone)]
}

type DoneProps = {
  readonly done: TextGiven | undefined
  readonly says: Readonly<Record<'shared' | 'copied' | 'by_hand', string>>
  readonly text: string
  readonly label: string
}

/** Where neither way exists the text itself is shown, to be selected. */
export const Done = ({ done, says, text, label }: DoneProps) => (
  <>
    {done === 'by_hand' ? (
      <textarea
        dir="ltr"
        readOnly
        rows={4}
        aria-label={label}
        ref={(field) => field?.select()}
        value={text}
      />
    ) : null}
    <p role="status">{done && done !== 'given_up' ? says[done] : ''}</p>
  </>
)
