import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState, Tick } from '../../ui/form.tsx'
import { formatCount } from '../../ui/format.fr.ts'
import { sayAgreement, sayAllowed, type ShownAgreement } from './agreements-page.tsx'
import { SENSITIVE_KINDS } from '../domain/sensitive-columns.ts'
import { SENSITIVE_WORDS } from './sensitive-words.fr.ts'

const LABELS = {
  titre: 'Titre',
  donneur: 'Qui donne les fichiers',
  finalite: 'À quoi ils serviront',
  valable_du: 'Premier jour',
  valable_au: 'Dernier jour',
} as const

export const AgreementFormPage = ({ form }: { form: FormState }) => (
  <>
    <h1>Noter une convention de données</h1>
    <p class="lead">
      Recopiez ce qui a été convenu. Une convention ne se corrige pas{'\u202f'}: on y met fin, et on en note
      une autre.
    </p>
    <ErrorSummary form={form} labels={LABELS} />
    <Form>
      <Field
        form={form}
        name="titre"
        label={LABELS.titre}
        hint="Titre du document signé, ou ce qui a été convenu."
        maxLength={300}
        required
      />
      <Field
        form={form}
        name="donneur"
        label={LABELS.donneur}
        hint="Un bailleur, une ville, un service."
        maxLength={300}
        required
      />
      <Field form={form} name="finalite" label={LABELS.finalite} rows={3} maxLength={2000} required />
      <fieldset>
        <legend>Quand elle vaut</legend>
        <Field form={form} name="valable_du" type="date" label={LABELS.valable_du} required />
        <Field
          form={form}
          name="valable_au"
          type="date"
          label={LABELS.valable_au}
          hint="Après, plus aucun fichier n’entre sous elle."
          required
        />
      </fieldset>
      <AllowedColumns form={form} />
      <div class="acts">
        <button class="btn" type="submit">
          Enregistrer la convention
        </button>
        <a href="/sources/accords">Ne rien noter</a>
      </div>
    </Form>
  </>
)

const AllowedColumns = ({ form }: { form: FormState }) => (
  <fieldset class="field">
    <legend>Ce qu’un fichier peut dire des personnes</legend>
    <p class="hint">
      Mesurer des attentes ne demande rien de tout cela. Une colonne qui y ressemble est refusée, sauf si elle
      est cochée ici.
    </p>
    {SENSITIVE_KINDS.map((kind) => (
      <Tick
        key={kind}
        form={form}
        name={`permet_${kind}`}
        label={SENSITIVE_WORDS[kind].name}
        small={SENSITIVE_WORDS[kind].small}
      />
    ))}
  </fieldset>
)

type EndProps = {
  readonly form: FormState
  readonly agreement: ShownAgreement
  readonly today: CalendarDay
  readonly sources: number
}

export const EndAgreementPage = ({ form, agreement, today, sources }: EndProps) => (
  <>
    <h1>Mettre fin à une convention</h1>
    <ErrorSummary form={form} />
    <DefinitionList
      items={[
        { term: 'Convention', value: <bdi>{agreement.title}</bdi> },
        { term: 'Donnée par', value: <bdi>{agreement.giver}</bdi> },
        { term: 'Validité', value: sayAgreement(agreement, today) },
        { term: 'Colonnes personnelles', value: sayAllowed(agreement.allowedColumns) },
        { term: 'Sources', value: formatCount(sources, 'source') },
      ]}
    />
    <p>
      Plus aucun fichier n’entrera sous cette convention.{' '}
      {sources === 0 ? null : 'Ce qui a déjà été compté reste, tant que vous ne retirez pas les sources.'}
    </p>
    <Form>
      <div class="acts">
        <button class="btn" type="submit">
          Mettre fin à la convention
        </button>
        <a href="/sources/accords">Ne rien changer</a>
      </div>
    </Form>
  </>
)
