import type { ComponentChildren } from 'preact'

export type Definition = { readonly term: string; readonly value: ComponentChildren }

/** Facts by name; a fact that is not known is left out, never shown empty. */
export const DefinitionList = ({ items }: { items: readonly Definition[] }) => (
  <dl class="facts">
    {items.map(({ term, value }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
