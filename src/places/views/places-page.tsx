import type { FoundPlace } from '../store/search.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/form.tsx'
import { formatNumber, quote } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { Estate } from '../domain/place.ts'

export type EstateLine = Estate & {
  readonly buildings: number
  readonly staircases: number
  /** Absent where homes are not known: outside a union's field. */
  readonly homes: number | undefined
}
type Props = {
  readonly estates: readonly EstateLine[]
  readonly words: string
  readonly found: readonly FoundPlace[] | undefined
  readonly acts: readonly { href: string; label: string }[]
  readonly staircaseWord: string
}

/** The directory: landlords, their estates, and what is known of each. */
export const PlacesPage = ({ estates, words, found, acts, staircaseWord }: Props) => (
  <>
    <h1>Lieux</h1>
    <search>
      <form method="get" action="/lieux">
        <Field
          form={{ values: { mot: words }, errors: {} }}
          name="mot"
          label="Chercher un lieu"
          hint={'Un nom, une adresse, une commune, un bailleur\u202f; une faute de frappe ne gêne pas.'}
          type="search"
          maxLength={200}
        />
        <div class="acts">
          <button class="btn second" type="submit">
            Chercher
          </button>
        </div>
      </form>
    </search>
    {found === undefined ? null : <Found found={found} words={words} />}
    {estates.length === 0 ? (
      <EmptyState sentence={'L’annuaire est vide\u202f: ajoutez une première résidence.'} />
    ) : (
      [...Map.groupBy(estates, ({ landlord }) => landlord.id)].map(([id, own]) => (
        <Landlord key={id} estates={own} staircaseWord={staircaseWord} />
      ))
    )}
    <p>
      <a href="/lieux/nomenclature">Nomenclature{'\u202f'}: de quoi une demande peut parler</a>
    </p>
    {acts.length === 0 ? null : (
      <div class="acts">
        {acts.map(({ href, label }, at) => (
          <a key={href} class={at === 0 ? 'btn' : 'btn second'} href={href}>
            {label}
          </a>
        ))}
      </div>
    )}
  </>
)

const Landlord = ({ estates, staircaseWord }: { estates: readonly EstateLine[]; staircaseWord: string }) => {
  const name = estates[0]?.landlord.name ?? ''
  const knowsHomes = estates.some(({ homes }) => homes !== undefined)
  return (
    <section class="part">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <DataTable
        caption={`${name}, résidences`}
        rows={estates}
        keyOf={({ id }) => id}
        columns={[
          {
            header: 'Résidence',
            cell: ({ id, name: estate }) => (
              <a href={`/lieux/residences/${id}`}>
                <bdi>{estate}</bdi>
              </a>
            ),
          },
          { header: 'Commune', cell: ({ commune }) => commune.name },
          { header: 'Bâtiments', numeric: true, cell: ({ buildings }) => formatNumber(buildings) },
          {
            header: `${staircaseWord.charAt(0).toUpperCase()}${staircaseWord.slice(1)}s`,
            numeric: true,
            cell: ({ staircases }) => formatNumber(staircases),
          },
          ...(knowsHomes
            ? [
                {
                  header: 'Logements connus',
                  numeric: true,
                  cell: ({ homes }: EstateLine) => formatNumber(homes ?? 0),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

const Found = ({ found, words }: { found: readonly FoundPlace[]; words: string }) => {
  const heading = found.length === 0 ? 'Rien ne ressemble à' : 'Ce qui ressemble à'
  return (
    <section class="part" aria-label="Lieux trouvés">
      <h2>
        {heading} <bdi>{quote(words)}</bdi>
      </h2>
      <ul>
        {found.map(({ estate, building }) => (
          <li key={building?.id ?? estate.id}>
            <a href={hrefOf(estate.id, building?.id)}>
              <bdi>{building ? `${building.name}, ${estate.name}` : estate.name}</bdi>
            </a>
            {`, ${building?.address || estate.commune.name}, ${estate.landlord.name}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const hrefOf = (estateId: string, buildingId: string | undefined): string =>
  buildingId === undefined ? `/lieux/residences/${estateId}` : `/lieux/residences/${estateId}#b-${buildingId}`
