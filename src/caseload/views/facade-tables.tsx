import { homeSaid } from '../../places/domain/floors.fr.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import { countFront, type FrontCount } from '../domain/building-front.ts'
import type { FacadeDoor, FacadeStair } from '../store/facade.ts'
import { sayProblem } from '../../complaints/public.ts'

import { waitOf } from './facade-windows.ts'

type Props = {
  readonly stairs: readonly FacadeStair[]
  readonly doors: readonly FacadeDoor[]
  readonly word: string
  readonly today: CalendarDay
}

const MOST_IN_TABLE = 10

export const LongestWaits = ({ doors, stairs, word, today }: Props) => {
  const waiting = doors.filter(({ wait }) => wait).toSorted((a, b) => waitOf(b, today) - waitOf(a, today))
  const names = new Map(stairs.map(({ id, name }) => [id, name]))
  const table = (rows: readonly FacadeDoor[], caption: string) => (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          header: 'Porte',
          cell: (door) => (
            <a href={`/reclamations?etat=toutes&logement=${door.id}`}>
              <bdi>
                {homeSaid(door)}, {word} {names.get(door.staircaseId)}
              </bdi>
            </a>
          ),
        },
        { header: 'Objet', cell: ({ wait }) => wait && sayProblem(wait) },
        { header: 'Jours, au moins', numeric: true, cell: (door) => formatNumber(waitOf(door, today)) },
      ]}
    />
  )
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="longues">
      <h2 id="longues">Les plus longues attentes</h2>
      {table(waiting.slice(0, MOST_IN_TABLE), 'Les plus longues attentes du bâtiment')}
      {waiting.length > MOST_IN_TABLE ? (
        <details>
          <summary>Les {formatNumber(waiting.length)} logements, en tableau</summary>
          {table(waiting, 'Tous les logements qui attendent')}
        </details>
      ) : null}
    </section>
  )
}

export const FrontSummary = ({ stairs, doors, count, word, today }: Props & { count: FrontCount }) => (
  <aside class="sheet" aria-label={`Par ${word}`}>
    <DataTable
      caption={`Logements qui attendent, par ${word}`}
      rows={stairs.map((stair) => ({
        name: stair.name,
        ...countFront(
          doors.filter((d) => d.staircaseId === stair.id),
          today,
        ),
      }))}
      keyOf={({ name }) => name}
      columns={[
        { header: word.charAt(0).toUpperCase() + word.slice(1), cell: ({ name }) => name },
        { header: 'Rencontrés', numeric: true, cell: ({ met, homes }) => `${met} sur ${homes}` },
        { header: 'Attendent', numeric: true, cell: ({ waiting }) => formatNumber(waiting) },
      ]}
    />
    <p class="source" id="facade-resume">
      {formatCount(count.homes, 'logement connu', 'logements connus')}
      {'\u202f'}: {formatNumber(count.waiting)} en attente, {formatNumber(count.met - count.waiting)} sans
      attente connue, {formatNumber(count.homes - count.met)} pas encore{' '}
      {count.homes - count.met > 1 ? 'rencontrés' : 'rencontré'}. Plus longue attente en cours de chaque
      logement, tous objets, comptée depuis le premier signalement que dit le foyer. État au{' '}
      {formatDay(today)}. <strong>Vu par votre union seulement.</strong>
    </p>
  </aside>
)
