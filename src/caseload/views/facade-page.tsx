import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facade } from '../../ui/facade.tsx'
import { formatCount, formatNumber } from '../../ui/format.fr.ts'
import { countFront, type FrontCount } from '../domain/building-front.ts'
import type { ListedComplaint } from '../domain/listed-complaint.ts'
import type { FacadeBuilding, FacadeDoor, FacadeStair } from '../store/facade.ts'
import { FrontSummary, LongestWaits } from './facade-tables.tsx'
import { floorsDrawn, waitOf } from './facade-windows.ts'
import { ListTable } from './list-page.tsx'

type Props = {
  readonly building: FacadeBuilding
  readonly stairs: readonly FacadeStair[]
  readonly doors: readonly FacadeDoor[]
  /** Running waits about what neighbours share, the longest first. */
  readonly shared: readonly ListedComplaint[]
  readonly word: string
  readonly today: CalendarDay
}

/** A building at dusk: each home lit by its longest running wait. The sentence, the picture, the table. */
export const FacadePage = (p: Props) => {
  const count = countFront(p.doors, p.today)
  return (
    <>
      <h1>
        <bdi>{p.building.name}</bdi>, la façade
      </h1>
      <p class="lead" id="facade-phrase">
        <Sentence {...p} count={count} />
      </p>
      {p.doors.length === 0 ? (
        <EmptyState
          sentence={
            'Aucune porte à montrer. Décrivez le bâtiment depuis la page de la résidence\u202f: les portes apparaîtront.'
          }
        />
      ) : (
        <Picture {...p} count={count} />
      )}
      <SharedParts {...p} />
    </>
  )
}

function Sentence({ stairs, doors, word, today, count }: Props & { count: FrontCount }) {
  if (count.homes === 0) return <>Votre union ne connaît encore aucun logement de ce bâtiment.</>
  if (count.waiting === 0)
    return (
      <>
        Aucune attente en cours n’est connue derrière{' '}
        {formatCount(count.homes, 'porte connue', 'portes connues')} de ce bâtiment.
      </>
    )
  const waiting = doors.filter(({ wait }) => wait)
  const [most] = [...Map.groupBy(waiting, ({ staircaseId }) => staircaseId)].toSorted(
    (a, b) => b[1].length - a[1].length,
  )
  const name = stairs.find(({ id }) => id === most?.[0])?.name ?? ''
  const longest = Math.max(...waiting.map((door) => waitOf(door, today)))
  return (
    <>
      <strong>
        {formatCount(count.waiting, 'logement')} sur {formatCount(count.met, 'rencontré')}{' '}
        {count.waiting > 1 ? 'attendent' : 'attend'} ce soir
      </strong>
      {count.long > 0 ? `, dont ${formatNumber(count.long)} depuis plus de 3\u00a0mois` : null}. La plus
      longue attente dure depuis au moins {formatCount(longest, 'jour')}.
      {stairs.length > 1 && most && most[1].length > 1
        ? ` ${articleOf(word)}${word} ${name} en réunit ${formatNumber(most[1].length)}.`
        : null}
    </>
  )
}

const articleOf = (word: string): string => (/^[aeiouéè]/.test(word) ? 'L’' : 'La ')

const Picture = (p: Props & { count: FrontCount }) => (
  <>
    <p>
      Plus l’attente est longue, plus le volet est levé et la lumière vive. Le nombre est celui des jours, au
      moins.
      <strong> Vu par votre union seulement.</strong>
    </p>
    <Facade
      id="facade"
      label={`Façade, ${p.building.name}, ${formatCount(p.stairs.length, p.word)}`}
      describedBy="facade-resume"
      staircases={p.stairs.map((stair) => ({
        id: `facade-${stair.id}`,
        name: stair.name,
        label: `${p.word} ${stair.name}`,
        floors: floorsDrawn(
          stair,
          p.doors.filter(({ staircaseId }) => staircaseId === stair.id),
          p.today,
        ),
      }))}
    />
    <div class="cols">
      <LongestWaits {...p} />
      <FrontSummary {...p} />
    </div>
  </>
)

const SharedParts = ({ building, shared, today }: Props) => (
  <section class="part" aria-labelledby="communes">
    <h2 id="communes">Les parties communes</h2>
    {shared.length === 0 ? (
      <p>Aucune attente en cours n’est notée pour ce que les voisin·es partagent ici.</p>
    ) : (
      <ListTable rows={shared} today={today} />
    )}
    <p>
      <a href={`/reclamations?batiment=${building.id}`}>Toutes les attentes en cours du bâtiment</a>
    </p>
  </section>
)
