type Props = {
  readonly days: number
  readonly ended: boolean
  readonly before?: string
  /** The word for so many days. */
  readonly unit?: string
}

/** The one huge figure of a page: a wait, never a bare number. Unfinished is «au moins». */
export const Wait = ({
  days,
  ended,
  unit = days >= 2 ? 'jours' : 'jour',
  before = ended ? 'Attente terminée\u202f:' : 'Attente en cours\u202f: au moins',
}: Props) => (
  <p class="wait">
    <span>{before}</span>
    <strong>{days}</strong>
    <em>{unit}</em>
  </p>
)
