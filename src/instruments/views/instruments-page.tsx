import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState } from '../../ui/form.tsx'
import { formatInstant } from '../../ui/format.fr.ts'
import { DataTable } from '../../ui/table.tsx'
import type { FormRefusal } from '../domain/compile/refusal.ts'
import type { Instrument } from '../store.ts'
import { sayFormFault } from '../words.fr.ts'

const stateOf = ({ publishedAt }: Instrument): string =>
  publishedAt ? `publié le ${formatInstant(publishedAt)}` : 'à relire, pas encore publié'

/** Enough of a fingerprint to tell two versions apart by eye. */
export const shortVersion = (version: string): string => version.slice(0, 8)

const LEAD =
  'Ce que vos campagnes demandent aux portes, quand «\u202fdélais maltraitants\u202f» ne suffit pas. Un questionnaire s’écrit dans un classeur\u202f; publié, il ne change plus.'

export const InstrumentsPage = ({ instruments }: { readonly instruments: readonly Instrument[] }) => (
  <>
    <h1>Questionnaires</h1>
    <p class="lead">{LEAD}</p>
    {instruments.length === 0 ? (
      <EmptyState sentence="Aucun questionnaire pour l’instant. Apportez un classeur XLSForm." />
    ) : (
      <DataTable
        caption="Questionnaires et leurs versions"
        rows={instruments}
        keyOf={({ id }) => id}
        columns={[
          {
            header: 'Questionnaire',
            cell: ({ id, title }) => (
              <a href={`/questionnaires/${id}`}>
                <bdi>{title}</bdi>
              </a>
            ),
          },
          { header: 'Version', cell: ({ version }) => <code>{shortVersion(version)}</code> },
          { header: 'État', cell: stateOf },
          { header: 'Apporté', cell: ({ broughtBy, broughtAt }) => sayBy(broughtBy, broughtAt) },
        ]}
      />
    )}
    <div class="acts">
      <a class="btn" href="/questionnaires/nouveau">
        Apporter un classeur
      </a>
    </div>
  </>
)

export const sayBy = (name: string, at: Date): string =>
  name === '' ? formatInstant(at) : `par ${name}, le ${formatInstant(at)}`

type NewProps = { readonly form: FormState; readonly refusals: readonly FormRefusal[] }

export const NewInstrumentPage = ({ form, refusals }: NewProps) => (
  <>
    <h1>Apporter un classeur</h1>
    <p class="lead">
      Un classeur XLSForm, comme pour ODK ou KoboToolbox{'\u202f'}: une feuille survey, une feuille choices,
      une feuille settings.
    </p>
    <ErrorSummary form={form} labels={{ fichier: 'Classeur' }} />
    <Faults refusals={refusals} />
    <Form files>
      <Field
        form={form}
        name="fichier"
        type="file"
        label="Classeur"
        hint={'Un fichier .xlsx, sans macro ni formule\u202f; 5\u00a0Mo au plus.'}
        accept=".xlsx"
        required
      />
      <p class="quiet">Vous relirez chaque question avant de publier. Ce qui ne se lit pas est dit ici.</p>
      <div class="acts">
        <button class="btn" type="submit">
          Envoyer le classeur
        </button>
        <a href="/questionnaires">Ne rien apporter</a>
      </div>
    </Form>
  </>
)

const Faults = ({ refusals }: Pick<NewProps, 'refusals'>) =>
  refusals.length === 0 ? null : (
    <DataTable
      caption="À reprendre dans le classeur"
      rows={inOrder(refusals).map((refusal, at) => ({ at, ...sayFormFault(refusal) }))}
      keyOf={({ at }) => String(at)}
      columns={[
        { header: 'Feuille', cell: ({ sheet }) => sheet },
        { header: 'Ligne', cell: ({ row }) => row },
        { header: 'Colonne', cell: ({ column }) => column },
        { header: 'Ce qui ne va pas', cell: ({ fault }) => fault },
      ]}
    />
  )

const inOrder = (refusals: readonly FormRefusal[]): readonly FormRefusal[] =>
  [...Map.groupBy(refusals, ({ sheet }) => sheet).values()].flatMap((ofSheet) =>
    ofSheet.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  )
