import { Facade, type FacadeFloor, type FacadeHome } from '../../ui/facade.tsx'
import { formatCount, formatNumber } from '../../ui/format.fr.ts'
import { defaultHomeLabel, homeSaid } from '../domain/floors.fr.ts'
import type { Home } from '../domain/place.ts'
import { floorsOf, type StaircaseShape } from '../domain/staircase-shape.ts'

type Props = {
  readonly name: string
  readonly title: string
  readonly shape: StaircaseShape
  readonly homes: readonly Home[]
  readonly met: ReadonlyMap<string, number>
}

/** The staircase as it stands in the street, with the doors behind which somebody was met; its sentence comes first. */
export const StaircaseFacade = ({ name, title, shape, homes, met }: Props) => (
  <>
    <p id="facade-phrase" class="lead">
      {sentenceOf(shape, homes, met)}
    </p>
    <p>
      Vu par votre union seulement{'\u202f'}: ailleurs, cette page ne montre que des étages et des portes.
    </p>
    <Facade
      id="facade"
      label={`Façade, ${title}`}
      describedBy="facade-phrase"
      scale="met"
      staircases={[{ id: 'facade-entree', name, label: title, floors: floorsDrawn(shape, homes, met) }]}
    />
  </>
)

function sentenceOf(shape: StaircaseShape, homes: readonly Home[], met: ReadonlyMap<string, number>): string {
  const all = floorsOf(shape).length * shape.positions.length
  const known = `${formatCount(homes.length, 'porte')} sur ${formatNumber(all)} ${homes.length > 1 ? 'connues' : 'connue'}`
  const behind = homes.filter(({ id }) => met.has(id)).length
  if (behind === 0) return `${known}, personne n’a encore été rencontré.`
  return `${known}, des personnes rencontrées derrière ${behind === 1 ? 'une seule' : formatNumber(behind)}.`
}

function floorsDrawn(
  shape: StaircaseShape,
  homes: readonly Home[],
  met: ReadonlyMap<string, number>,
): FacadeFloor[] {
  const byDoor = new Map(homes.map((home) => [`${home.floor}/${home.position}`, home]))
  return floorsOf(shape).map((floor) => ({
    short: floor === 0 ? 'RdC' : String(floor).replace('-', '\u2212'),
    homes: shape.positions.map((door, at): FacadeHome => {
      const home = byDoor.get(`${floor}/${at + 1}`)
      if (!home) return { state: 'unlisted', label: defaultHomeLabel(floor, door) }
      const [people, href] = [met.get(home.id), `/lieux/logements/${home.id}`]
      const label = homeSaid(home)
      return people === undefined ? { state: 'unknown', label, href } : { state: 'met', people, label, href }
    }),
  }))
}
