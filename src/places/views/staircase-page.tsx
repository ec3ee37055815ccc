import type { ComponentChildren } from 'preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import { defaultDoorName, defaultHomeLabel, floorName } from '../domain/floors.fr.ts'
import type { Home, StaircasePlace } from '../domain/place.ts'
import { floorsOf, type StaircaseShape, widenTo } from '../domain/staircase-shape.ts'
import { staircaseTitle } from './home-heading.tsx'
import { StaircaseFacade } from './staircase-facade.tsx'

type Props = {
  readonly where: StaircasePlace
  /** Absent outside a union's field: the plan shows, homes do not exist there. */
  readonly homes: readonly Home[] | undefined
  /** How many people were met, by home. */
  readonly met: ReadonlyMap<string, number>
  readonly form: FormState
  readonly word: string
}

/** One staircase as one climbs it: a row per floor, a cell per door. */
export const StaircasePage = ({ where, homes, met, form, word }: Props) => {
  const { staircase, building, estate } = where
  const title = staircaseTitle(word, staircase.name)
  const shape = shapeWith(staircase, homes ?? [])
  return (
    <>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>
        <bdi>{building.name}</bdi>, <bdi>{estate.name}</bdi>
      </p>
      {homes && homes.length === 0 ? (
        <EmptyState sentence={'Votre union ne connaît encore aucun logement ici\u202f: ajoutez une porte.'} />
      ) : null}
      {homes && homes.length > 0 ? (
        <StaircaseFacade name={staircase.name} title={title} shape={shape} homes={homes} met={met} />
      ) : null}
      {homes ? null : <ShapeOnly shape={shape} />}
      <Landings shape={shape} homes={homes} met={met} title={title} />
      {homes ? <AddDoor form={form} /> : null}
    </>
  )
}

/** Whoever is not of a union's field. */
const ShapeOnly = ({ shape }: { shape: StaircaseShape }) => (
  <p>
    {formatCount(floorsOf(shape).length, 'niveau', 'niveaux')}, {formatCount(shape.positions.length, 'porte')}{' '}
    par palier. Ce que l’on sait derrière ces portes reste à l’union, pour qui va à la rencontre des gens.
  </p>
)

/** A home that another phone added beyond the plan still has its cell. */
const shapeWith = (shape: StaircaseShape, homes: readonly Home[]): StaircaseShape =>
  homes.reduce((wide, home) => widenTo(wide, home, defaultDoorName), shape)

type LandingsProps = {
  readonly shape: StaircaseShape
  readonly homes: readonly Home[] | undefined
  readonly met: ReadonlyMap<string, number>
  readonly title: string
}

const Landings = ({ shape, homes, met, title }: LandingsProps) => {
  const byDoor = new Map(homes?.map((home) => [`${home.floor}/${home.position}`, home]))
  const cell = (floor: number, position: number): ComponentChildren => {
    if (!homes) return '·'
    const home = byDoor.get(`${floor}/${position}`)
    if (!home) return <span class="quiet">pas encore notée</span>
    return (
      <HomeCell home={home} people={met.get(home.id) ?? 0} doorName={shape.positions[position - 1] ?? ''} />
    )
  }
  return (
    <DataTable
      caption={`${title}, étages et portes`}
      rows={floorsOf(shape)}
      keyOf={String}
      columns={[
        { header: 'Étage', cell: (floor) => <span class="num">{floorName(floor)}</span> },
        ...shape.positions.map((name, at) => ({
          header: name,
          cell: (floor: number) => cell(floor, at + 1),
        })),
      ]}
    />
  )
}

type CellProps = { readonly home: Home; readonly people: number; readonly doorName: string }

/** The floor and the door stand in the heads of the row and the column: only an unusual label is worth the room. */
function HomeCell({ home, people, doorName }: CellProps) {
  const isUsual = home.label === defaultHomeLabel(home.floor, doorName)
  const who = people === 0 ? 'pas rencontré' : formatCount(people, 'personne', 'personnes')
  return (
    <a
      href={`/lieux/logements/${home.id}`}
      {...(isUsual ? { 'aria-label': `${home.label}\u202f: ${who}` } : {})}
    >
      {isUsual ? null : (
        <>
          <bdi>{home.label}</bdi>
          {'\u202f'}:{' '}
        </>
      )}
      {people === 0 ? who : <strong>{who}</strong>}
    </a>
  )
}

const AddDoor = ({ form }: { form: FormState }) => (
  <section class="part" aria-labelledby="ajouter">
    <h2 id="ajouter">Ajouter une porte oubliée</h2>
    <Form>
      <ErrorSummary form={form} labels={{ etage: 'L’étage', porte: 'La porte', libelle: 'Le libellé' }} />
      <Field form={form} name="etage" label="Étage" hint="3, RdC, -1…" maxLength={30} required />
      <Field
        form={form}
        name="porte"
        label="Porte"
        hint={'Son rang sur le palier, de gauche à droite\u202f: 1, 2, 3…'}
        inputMode="numeric"
        maxLength={3}
        required
      />
      <Field
        form={form}
        name="libelle"
        label="Libellé"
        hint="Ce qui est écrit sur la porte, si quelque chose l’est."
        maxLength={300}
      />
      <div class="acts">
        <button class="btn second" type="submit">
          Ajouter la porte
        </button>
      </div>
    </Form>
  </section>
)
