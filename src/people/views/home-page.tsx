import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import { type FoundHome, HomeHeading } from '../../places/public.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { isCurrent } from '../domain/stay.ts'
import type { Occupant } from '../store/stays.ts'

type Props = {
  readonly found: FoundHome
  readonly word: string
  readonly occupants: readonly Occupant[]
  readonly may: { readonly join: boolean; readonly record: boolean }
}

export function HomePage({ found, word, occupants, may }: Props) {
  const path = `/lieux/logements/${found.home.id}`
  const former = occupants.filter((o) => !isCurrent(o))
  return (
    <>
      <HomeHeading found={found} word={word} />
      <section class="part">
        <h2>Qui habite ici</h2>
        <People occupants={occupants.filter(isCurrent)} />
        <div class="acts">
          <a class="btn" href={`/personnes/nouvelle?logement=${found.home.id}`}>
            Noter une personne qui habite ici
          </a>
          {may.record ? (
            <a class="btn second" href={`/reclamations/nouvelle?logement=${found.home.id}`}>
              Noter une réclamation
            </a>
          ) : null}
        </div>
      </section>
      {former.length === 0 ? null : (
        <section class="part">
          <h2>Y a habité</h2>
          <People occupants={former} />
        </section>
      )}
      <section class="part">
        <h2>Ce logement</h2>
        <ul>
          <li>
            <a href={`${path}/libelle`}>Changer son libellé</a>
          </li>
          {may.join ? (
            <li>
              <a href={`${path}/reunir`}>Réunir avec un autre logement, ou séparer</a>
            </li>
          ) : null}
        </ul>
      </section>
    </>
  )
}

const People = ({ occupants }: { occupants: readonly Occupant[] }) =>
  occupants.length === 0 ? (
    <EmptyState sentence="Personne n’est noté dans ce logement." />
  ) : (
    <ul>
      {occupants.map((o) => (
        <li key={o.id}>
          <a href={`/personnes/${o.keptId}`}>
            <bdi>{o.name}</bdi>
          </a>
          {o.since ? <> · depuis : {sayApproximateDay(o.since)}</> : null}
          {o.until ? <> · jusqu’à : {sayApproximateDay(o.until)}</> : null}
        </li>
      ))}
    </ul>
  )
