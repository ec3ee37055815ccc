import type { Door } from '../../access/door.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ReceivedRow } from '../store/passages.ts'
import { dayOf } from './day-of.ts'
import { type Pictures, Projection } from './projection.tsx'

type Props = {
  readonly received: readonly ReceivedRow[]
  readonly doors: readonly Door[]
  readonly pictures: Pictures
}

/** What came through doors: from whom, when, and exactly what crossed. */
export const ReceivedPage = ({ received, doors, pictures }: Props) => (
  <>
    <h1>Reçu</h1>
    {received.length === 0 ? (
      <EmptyState sentence="Rien n’est encore arrivé par une porte." />
    ) : (
      received.map((r) => (
        <Received key={r.id} row={r} door={doors.find((d) => d.name === r.door)} pictures={pictures} />
      ))
    )}
  </>
)

type ReceivedProps = {
  readonly row: ReceivedRow
  readonly door: Door | undefined
  readonly pictures: Pictures
}

const Received = ({ row, door, pictures }: ReceivedProps) => (
  <section class="part" aria-labelledby={`recu-${row.id}`}>
    <h2 id={`recu-${row.id}`}>{door?.title ?? row.door}</h2>
    <p>
      Envoyé par <bdi>{row.from_name}</bdi>, le {dayOf(row.received_at)}
    </p>
    {row.undone_at === null ? (
      <Projection projection={row.projection} door={door} pictures={pictures} />
    ) : (
      <p class="quiet">Repris le {dayOf(row.undone_at)}. Il n’en reste aucun contenu ici.</p>
    )}
  </section>
)
