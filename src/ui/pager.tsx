type Props = {
  readonly page: number
  /** How many pages there are, where counting them is cheap; otherwise `more` says that another follows. */
  readonly pages?: number
  readonly more?: boolean
  readonly hrefOf: (page: number) => string
}

/** Pages from 1; nothing when there is only one. */
export const Pager = ({ page, pages, more = pages !== undefined && page < pages, hrefOf }: Props) =>
  page === 1 && !more ? null : (
    <nav class="acts" aria-label="Pages">
      {page > 1 ? (
        <a class="btn second" rel="prev" href={hrefOf(page - 1)}>
          Page précédente
        </a>
      ) : null}
      <span class="quiet">
        Page {page}
        {pages === undefined ? null : ` sur ${pages}`}
      </span>
      {more ? (
        <a class="btn second" rel="next" href={hrefOf(page + 1)}>
          Page suivante
        </a>
      ) : null}
    </nav>
  )
