export type Crumb = { readonly href?: string; readonly label: string }

/** Where this page stands, from the widest place to the nearest; the last one has no link. */
export const Crumbs = ({ trail }: { trail: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label="Fil d’Ariane">
    {trail.map(({ href, label }, i) => (
      <span key={label}>
        {i > 0 ? ' › ' : null}
        {href === undefined ? (
          <bdi>{label}</bdi>
        ) : (
          <a href={href}>
            <bdi>{label}</bdi>
          </a>
        )}
      </span>
    ))}
  </nav>
)
