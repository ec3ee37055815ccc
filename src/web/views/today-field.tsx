import { HomeLink, type ToCallBack } from '../../people/public.ts'
import type { EstateCount } from '../../places/public.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { FieldToday } from '../today.ts'

/** What one does in a stairwell; quick entry starts from the estate that the union knows best. */
export const FieldActs = ({ estates, describes, follows }: FieldToday & { readonly follows: boolean }) => {
  const best = estates.toSorted((a, b) => b.homes - a.homes)[0]
  return (
    <div class="acts">
      {follows ? (
        <a class="btn" href="/reclamations/nouvelle">
          Noter une réclamation
        </a>
      ) : null}
      <a class={follows ? 'btn second' : 'btn'} href="/personnes/nouvelle">
        Noter une personne
      </a>
      {describes && best ? (
        <a class="btn second" href={`/lieux/residences/${best.id}/saisie-rapide`}>
          <span>
            Saisie rapide, <bdi>{best.name}</bdi>
          </span>
        </a>
      ) : null}
      <a class="btn second" href="/recherche">
        Rechercher
      </a>
    </div>
  )
}

export const FieldParts = ({ toCallBack, estates, describes }: FieldToday) => (
  <>
    <section class="part" aria-labelledby="rappeler">
      <h2 id="rappeler">À rappeler</h2>
      {toCallBack.length === 0 ? (
        <EmptyState
          sentence={
            'Personne n’a encore accepté d’être rappelé·e. Lisez la phrase «\u202fMe rappeler\u202f» quand vous notez une personne\u202f; elle apparaîtra ici.'
          }
        />
      ) : (
        <>
          <p>
            Ces personnes ont accepté qu’on les rappelle. La plus longtemps sans nouvelles vient en premier.
          </p>
          <ToCallBackTable people={toCallBack} />
        </>
      )}
    </section>
    <section class="part" aria-labelledby="connu">
      <h2 id="connu">Où vous en êtes</h2>
      {estates.length === 0 ? <NoHomes describes={describes} /> : <Estates estates={estates} />}
    </section>
  </>
)

const ToCallBackTable = ({ people }: { people: readonly ToCallBack[] }) => (
  <DataTable
    caption="Personnes à rappeler"
    rows={people}
    keyOf={(person) => person.id}
    columns={[
      {
        header: 'Nom',
        cell: ({ id, name }) => (
          <a href={`/personnes/${id}`}>
            <bdi>{name}</bdi>
          </a>
        ),
      },
      { header: 'Dernier contact', cell: ({ lastContactOn }) => formatDay(lastContactOn) },
      { header: 'Logement', cell: ({ place }) => (place ? <HomeLink place={place} /> : 'pas noté') },
    ]}
  />
)

const NoHomes = ({ describes }: { describes: boolean }) =>
  describes ? (
    <EmptyState
      sentence={
        'Vous ne connaissez encore aucun logement. Choisissez une résidence et décrivez un bâtiment en une phrase, ou importez un fichier.'
      }
    >
      <p>
        <a href="/lieux">Choisir une résidence</a> · <a href="/lieux/importer">Importer un fichier</a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState
      sentence={
        'Aucun logement n’est encore connu. Demandez à qui organise de décrire le bâtiment où vous irez.'
      }
    />
  )

const total = (estates: readonly EstateCount[], of: 'homes' | 'households'): number =>
  estates.reduce((sum, estate) => sum + estate[of], 0)

const Estates = ({ estates }: { estates: readonly EstateCount[] }) => {
  const [homes, met] = [total(estates, 'homes'), total(estates, 'households')]
  return (
    <>
      <p>
        L’union connaît {formatCount(homes, 'logement')}, dans {formatCount(estates.length, 'résidence')}.{' '}
        {met === 0
          ? 'Personne n’y a encore été rencontré.'
          : `Quelqu’un a été rencontré dans ${formatNumber(met)} d’entre eux.`}
      </p>
      <DataTable
        caption="Résidence par résidence"
        rows={estates}
        keyOf={(estate) => estate.id}
        columns={[
          {
            header: 'Résidence',
            cell: ({ id, name }) => (
              <a href={`/lieux/residences/${id}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { header: 'Connus', numeric: true, cell: (e) => formatNumber(e.homes) },
          { header: 'Foyers', numeric: true, cell: (e) => formatNumber(e.households) },
          { header: 'Personnes', numeric: true, cell: (e) => formatNumber(e.people) },
        ]}
      />
    </>
  )
}
