import { formatCount } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { CampaignView } from '../actions/campaign-view.ts'
import { SAMPLING_WORDS } from '../domain/sampling.fr.ts'

/** How doors came to be knocked at, and how fast. */
export const RoutesTable = ({ view: { routes, doorsPerHour } }: { readonly view: CampaignView }) =>
  routes.length === 0 ? null : (
    <>
      <DataTable
        caption="Portes par façon de les choisir"
        rows={routes}
        keyOf={({ sampling }) => sampling}
        columns={[
          { header: 'Façon', cell: ({ sampling }) => SAMPLING_WORDS[sampling] },
          { header: 'Frappées', numeric: true, cell: ({ knocked }) => knocked },
          { header: 'Ouvertes', numeric: true, cell: ({ opened }) => opened },
          { header: 'Ont parlé', numeric: true, cell: ({ answered }) => answered },
        ]}
      />
      {doorsPerHour === undefined ? null : (
        <p class="quiet">
          {formatCount(Math.round(doorsPerHour), 'porte', 'portes')} par heure de marche, d’après l’horloge de
          chaque téléphone (les arrêts de plus d’une heure ne comptent pas).
        </p>
      )}
    </>
  )

export const CallBacks = ({ people }: { readonly people: CampaignView['toCallBack'] }) => (
  <section>
    <h2>À rappeler</h2>
    {people.length === 0 ? (
      <p class="quiet">Personne n’a demandé à être rappelé·e.</p>
    ) : (
      <ul>
        {people.map(({ visit, homeId, label, name, phone, email }) => (
          <li key={visit}>
            <bdi>{name || 'Sans nom'}</bdi>
            {phone && (
              <>
                , <a href={`tel:${phone.replaceAll(/[^+0-9]/g, '')}`}>{phone}</a>
              </>
            )}
            {email && (
              <>
                , <bdi>{email}</bdi>
              </>
            )}
            , <a href={`/lieux/logements/${homeId}`}>{label || 'voir la porte'}</a>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const REASONS: Readonly<Record<string, string>> = {
  no_such_place: 'cette porte n’est pas encore un logement connu',
  no_such_problem: 'aucune famille de problèmes ne la nomme',
  retired_problem: 'sa famille de problèmes n’est plus employée',
}

/** What the waits told at doors became. */
export const Became = ({
  complaints: { opened, toLookAt },
  campaignId,
}: {
  readonly complaints: CampaignView['complaints']
  readonly campaignId: string
}) => (
  <section>
    <h2>Réclamations</h2>
    <p>
      {opened === 0
        ? 'Aucune réclamation n’est encore née de cette campagne.'
        : `${formatCount(opened, 'réclamation est née', 'réclamations sont nées')} de cette campagne.`}{' '}
      Une visite close dont le foyer accepte qu’on la garde en ouvre une par attente.
    </p>
    {opened === 0 ? null : (
      <p>
        <a href={`/attentes?source=enquete-${campaignId}`}>Combien de temps elles attendent</a>
      </p>
    )}
    {toLookAt.length === 0 ? null : (
      <>
        <h3>À regarder</h3>
        <ul>
          {toLookAt.map(({ homeId, rank, label, complaintId, refusal }) => (
            <li key={`${homeId} ${rank} ${complaintId}`}>
              <a href={`/lieux/logements/${homeId}`}>{label || 'voir la porte'}</a>, attente {rank}
              {'\u202f'}:{' '}
              {complaintId === undefined ? (
                `sans réclamation, ${REASONS[refusal ?? ''] ?? 'elle ne peut pas être notée telle quelle'}`
              ) : (
                <a href={`/reclamations/${complaintId}`}>
                  la porte dit autre chose depuis que vous la suivez
                </a>
              )}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)
