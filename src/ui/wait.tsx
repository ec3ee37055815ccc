type Props = { readonly days: number; readonly ended: boolean; readonly before?: string }

/** The one huge figure of a page: a wait, never a bare number. Unfinished is «au moins». */
export const Wait = ({
  days,
  ended,
  before = ended ? 'Attente terminée\u202f:' : 'Attente en cours\u202f: au moins',
}: Props) => (
  <p class="wait">
    <span>{before}</span>
    <strong>{days}</strong>
    <em>{days >= 2 ? 'jours' : 'jour'}</em>
  </p>
)
