import { EmptyState } from '../../ui/empty-state.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'

const STATES = { waiting: 'En attente', sent: 'Envoyé', failed: 'Non envoyé' } as const

type Letter = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly state: keyof typeof STATES
  readonly attempts: number
  readonly created_at: Date
  readonly sent_at: Date | null
}

/** To whom, about what, and whether it left. What a letter says is for its reader alone. */
export const OutboxPage = ({ letters }: { letters: readonly Letter[] }) => (
  <>
    <h1>Courriers de l’espace</h1>
    <p class="lead">Les deux cents derniers. Ce que dit un courrier n’est lisible que par qui le reçoit.</p>
    {letters.length === 0 ? (
      <EmptyState sentence="Aucun courrier n’est parti de cet espace." />
    ) : (
      <DataTable
        caption="Courriers de l’espace"
        rows={letters}
        keyOf={(l) => l.id}
        columns={[
          { header: 'À', cell: (l) => <bdi>{l.recipient}</bdi> },
          { header: 'Objet', cell: (l) => l.subject },
          { header: 'État', cell: (l) => STATES[l.state] },
          { header: 'Essais', numeric: true, cell: (l) => l.attempts },
          { header: 'Le', cell: (l) => formatInstant(l.sent_at ?? l.created_at) },
        ]}
      />
    )}
  </>
)

type DemoLetter = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly created_at: Date
}

const ADDRESS = /(https?:\/\/\S+)/

/** In demonstration nothing leaves: the letters are read here, and their links can be followed. */
export const DemoMailPage = ({ letters }: { letters: readonly DemoLetter[] }) => (
  <>
    <h1>Courriers de la démonstration</h1>
    <p class="lead">Ici rien ne part : voici ce que les personnes inventées auraient reçu.</p>
    {letters.length === 0 ? <EmptyState sentence="Aucun courrier pour l’instant." /> : null}
    {letters.map((l) => (
      <article key={l.id} class="sheet">
        <h2>{l.subject}</h2>
        <p class="quiet">
          À <bdi>{l.recipient}</bdi>, {formatInstant(l.created_at)}
        </p>
        {l.body.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>
            {paragraph
              .split(ADDRESS)
              .map((part) =>
                ADDRESS.test(part) ? <a key={part} href={part}>{`${part.slice(0, 60)}…`}</a> : part,
              )}
          </p>
        ))}
      </article>
    ))}
  </>
)
