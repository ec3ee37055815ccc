import type { ComponentChildren } from 'preact'

type Props = { readonly draw: (wide: boolean) => ComponentChildren }

/** A drawing on two papers, so that its letters keep their size on a phone and on a desk. */
export const TwoPapers = ({ draw }: Props) => (
  <>
    <div class="wide-only">{draw(true)}</div>
    <div class="narrow-only">{draw(false)}</div>
  </>
)
