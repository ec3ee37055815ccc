import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { Campaign } from '../store/campaigns.ts'

export const CampaignsPage = ({ campaigns }: { readonly campaigns: readonly Campaign[] }) => (
  <>
    <h1>Porte à porte</h1>
    <p class="lead">
      Une campagne parcourt des entrées entre deux jours. Ce qui est dit aux portes est scellé sur le
      téléphone.
    </p>
    {campaigns.length === 0 ? (
      <EmptyState sentence="Aucune campagne pour l’instant. Ouvrez-en une, puis confiez des entrées." />
    ) : (
      <DataTable
        caption="Campagnes"
        rows={campaigns}
        keyOf={({ id }) => id}
        columns={[
          { header: 'Campagne', cell: ({ id, name }) => <a href={`/campagnes/${id}`}>{name}</a> },
          { header: 'Début', cell: ({ startsOn }) => formatDay(startsOn) },
          { header: 'Fin', cell: ({ endsOn }) => formatDay(endsOn) },
        ]}
      />
    )}
    <div class="acts">
      <a class="btn" href="/campagnes/nouvelle">
        Ouvrir une campagne
      </a>
      <a href="/questionnaires">Vos questionnaires</a>
    </div>
  </>
)

type NewProps = {
  readonly form: FormState
  readonly instruments: readonly { readonly version: string; readonly title: string }[]
}

/** Two versions of one title are told apart by the beginning of their fingerprints. */
const offered = (instruments: NewProps['instruments']) => [
  { value: '', label: 'Délais maltraitants (fourni avec Palier)' },
  ...instruments.map(({ version, title }) => ({
    value: version,
    label: `${title} (version ${version.slice(0, 8)})`,
  })),
]

export const NewCampaignPage = ({ form, instruments }: NewProps) => (
  <>
    <h1>Ouvrir une campagne</h1>
    <ErrorSummary form={form} />
    <Form>
      <Field
        form={form}
        name="name"
        label="Nom"
        hint={'Par exemple «\u202fChauffage, hiver 2026\u202f».'}
        required
      />
      <Field
        form={form}
        name="instrument"
        label="Questionnaire"
        hint="Ce qui sera demandé aux portes. Il ne change plus une fois la campagne ouverte."
        options={offered(instruments)}
      />
      <p>
        <a href="/questionnaires">Vos questionnaires</a>
      </p>
      <Field form={form} name="starts_on" label="Premier jour" type="date" required />
      <Field form={form} name="ends_on" label="Dernier jour" type="date" required />
      <p class="quiet">
        Une paire de clés naît avec la campagne{'\u202f'}: les téléphones scellent, seul le serveur ouvre.
      </p>
      <div class="acts">
        <button class="btn" type="submit">
          Ouvrir la campagne
        </button>
      </div>
    </Form>
  </>
)
