import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, type FormState } from '../../ui/form.tsx'
import { formatCount, formatDay, formatInstant } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { CampaignView, PromisedDoor, ShownDevice } from '../actions/campaign-view.ts'
import type { Assignment } from '../store/assignments.ts'
import { SetAsideList } from './set-aside-list.tsx'
import { Became, CallBacks, RoutesTable } from './told-at-doors.tsx'
import { placeName } from './place-name.fr.ts'

type Props = { readonly view: CampaignView; readonly form: FormState }

export const CampaignPage = ({ view, form }: Props) => (
  <>
    <h1>{view.campaign.name}</h1>
    <p class="lead">
      Du {formatDay(view.campaign.startsOn)} au {formatDay(view.campaign.endsOn)}. {sayCoverage(view)}
    </p>
    <ErrorSummary form={form} />
    <CoverageTable view={view} />
    <RoutesTable view={view} />
    <Promises promises={view.promises} />
    <CallBacks people={view.toCallBack} />
    <Became complaints={view.complaints} campaignId={view.campaign.id} />
    <Rounds assignments={view.assignments} />
    <div class="acts">
      <a class="btn" href={`/campagnes/${view.campaign.id}/tournee`}>
        Confier une entrée
      </a>
    </div>
    <Devices devices={view.devices} />
    <SetAsideList setAside={view.setAside} />
  </>
)

function sayCoverage({ staircases }: CampaignView): string {
  const sum = (of: 'homes' | 'knocked' | 'opened' | 'answered'): number =>
    staircases.reduce((all, { coverage }) => all + coverage[of], 0)
  if (staircases.length === 0) return 'Aucune entrée n’est encore confiée.'
  return `${formatCount(sum('knocked'), 'porte frappée', 'portes frappées')} sur ${formatCount(sum('homes'), 'logement')}\u202f; ${formatCount(sum('opened'), 'ouverte')}\u202f; ${formatCount(sum('answered'), 'foyer a parlé', 'foyers ont parlé')}.`
}

const CoverageTable = ({ view: { staircases } }: { readonly view: CampaignView }) =>
  staircases.length === 0 ? null : (
    <DataTable
      caption="Portes par entrée"
      rows={staircases}
      keyOf={({ id }) => id}
      columns={[
        { header: 'Entrée', cell: ({ place }) => placeName(place) },
        { header: 'Logements', numeric: true, cell: ({ coverage }) => coverage.homes },
        { header: 'Frappées', numeric: true, cell: ({ coverage }) => coverage.knocked },
        { header: 'Ouvertes', numeric: true, cell: ({ coverage }) => coverage.opened },
        { header: 'Ont parlé', numeric: true, cell: ({ coverage }) => coverage.answered },
        { header: 'À revoir', numeric: true, cell: ({ coverage }) => coverage.toVisitAgain },
        { header: 'Vues par deux appareils', numeric: true, cell: ({ coverage }) => coverage.shared },
      ]}
    />
  )

const Promises = ({ promises }: { readonly promises: readonly PromisedDoor[] }) => (
  <section>
    <h2>À revoir aujourd’hui</h2>
    {promises.length === 0 ? (
      <p class="quiet">Aucune promesse de revenir n’est arrivée à son jour.</p>
    ) : (
      <ul>
        {promises.map(({ homeId, label, on }) => (
          <li key={homeId}>
            <a href={`/lieux/logements/${homeId}`}>{label}</a>, promis pour le {formatDay(on)}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const TakeBackButton = ({
  what,
  id,
  label,
}: {
  what: 'assignment' | 'device'
  id: string
  label: string
}) => (
  <Form label={label}>
    <input type="hidden" name="what" value={what} />
    <input type="hidden" name="id" value={id} />
    <button class="btn second" type="submit">
      {label}
    </button>
  </Form>
)

const Rounds = ({ assignments }: { readonly assignments: readonly Assignment[] }) => (
  <section>
    <h2>Tournées</h2>
    {assignments.length === 0 ? (
      <p class="quiet">Personne n’a encore d’entrée à parcourir.</p>
    ) : (
      <DataTable
        caption="Tournées"
        rows={assignments}
        keyOf={({ id }) => id}
        columns={[
          { header: 'Entrée', cell: ({ place }) => placeName(place) },
          { header: 'Qui', cell: ({ canvasser }) => canvasser },
          { header: 'Jours', cell: ({ from, to }) => `du ${formatDay(from)} au ${formatDay(to)}` },
          {
            header: 'Reprendre',
            cell: ({ id, revokedAt, canvasser }) =>
              revokedAt ? (
                'reprise'
              ) : (
                <TakeBackButton what="assignment" id={id} label={`Reprendre à ${canvasser}`} />
              ),
          },
        ]}
      />
    )}
  </section>
)

const Devices = ({ devices }: { readonly devices: readonly ShownDevice[] }) => (
  <section>
    <h2>Appareils</h2>
    {devices.length === 0 ? (
      <p class="quiet">Aucun téléphone n’est inscrit pour ces tournées.</p>
    ) : (
      <DataTable
        caption="Ce qui est arrivé de chaque téléphone"
        rows={devices}
        keyOf={({ id }) => id}
        columns={[
          { header: 'À qui', cell: ({ holder }) => holder },
          { header: 'Reçus', numeric: true, cell: ({ received }) => received },
          {
            header: 'Encore sur le téléphone',
            numeric: true,
            cell: ({ missing }) => (missing === 0 ? 'aucun trou' : `au moins ${missing}`),
          },
          { header: 'À regarder', cell: (device) => toLookAt(device) },
          { header: 'Dernier envoi', cell: ({ lastAt }) => (lastAt ? formatInstant(lastAt) : 'jamais') },
          {
            header: 'Retirer',
            cell: ({ id, revokedAt, holder }) =>
              revokedAt ? (
                'retiré'
              ) : (
                <TakeBackButton what="device" id={id} label={`Retirer l’appareil de ${holder}`} />
              ),
          },
        ]}
      />
    )}
  </section>
)

function toLookAt({ forked, unopenable, marked, waiting }: ShownDevice): string {
  const said = [
    waiting > 0 ? `${waiting} à ouvrir` : '',
    marked > 0 ? `${marked} hors tournée ou en double` : '',
    unopenable > 0 ? `${unopenable} ne s’ouvrent pas` : '',
    forked > 0 ? `${forked} ruptures de suite` : '',
  ]
  return said.filter((each) => each !== '').join(', ') || 'rien'
}
