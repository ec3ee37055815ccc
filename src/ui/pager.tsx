type Props = { readonly page: number; readonly pages: number; readonly hrefOf: (page: number) => string }

/** Pages from 1; nothing when there is only one. */
export const Pager = ({ page, pages, hrefOf }: Props) =>
  pages <= 1 ? null : (
    <nav class="acts" aria-label="Pages">
      {page > 1 ? (
        <a class="btn second" rel="prev" href={hrefOf(page - 1)}>
          Page précédente
        </a>
      ) : null}
      <span class="quiet">
        Page {page} sur {pages}
      </span>
      {page < pages ? (
        <a class="btn second" rel="next" href={hrefOf(page + 1)}>
          Page suivante
        </a>
      ) : null}
    </nav>
  )
