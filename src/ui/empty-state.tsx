import type { ComponentChildren } from 'preact'

/** Nothing here yet: say so, and what to do next. */
export const EmptyState = ({ sentence, children }: { sentence: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p>{sentence}</p>
    {children}
  </div>
)
