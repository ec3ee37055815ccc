import { DataTable } from '../../ui/table.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Form, type FormState, Tick } from '../../ui/form.tsx'
import type { MembershipRow } from '../store/members.ts'
import { circleName, circleWords } from '../words.fr.ts'
import { dayOf } from './day-of.ts'
import { nameOf, type Names } from './members-page.tsx'

type Props = {
  readonly kind: string
  readonly isSelf: boolean
  readonly form: FormState
  readonly memberships: readonly MembershipRow[]
  readonly names: Names
}

/** One person of the space: their circles, one more, one less, or their departure. */
export const MemberPage = ({ kind, isSelf, form, memberships, names }: Props) => {
  const [member] = memberships
  const held = memberships.map((m) => m.circle)
  return (
    <>
      <h1>
        <bdi>{member?.account_name}</bdi>
      </h1>
      <p class="lead">
        <bdi>{member?.account_email}</bdi>
      </p>
      <ErrorSummary form={form} />
      <DataTable
        caption="Ses cercles"
        rows={memberships}
        keyOf={(m) => m.id}
        columns={[
          { header: 'Cercle', cell: (m) => circleName(kind, m.circle) },
          { header: 'Depuis', cell: (m) => dayOf(m.since) },
          { header: 'Par', cell: (m) => <bdi>{nameOf(names, m.invited_by)}</bdi> },
          { header: 'Retirer', cell: (m) => <RemoveCircle kind={kind} circle={m.circle} /> },
        ]}
      />
      <AddCircle kind={kind} held={held} form={form} />
      {isSelf ? (
        <p>
          <a href="/espace/quitter">Quitter l’espace</a>
        </p>
      ) : (
        <>
          <BackIn accountId={member?.account_id ?? ''} />
          <Departure form={form} />
        </>
      )}
    </>
  )
}

const RemoveCircle = ({ kind, circle }: { kind: string; circle: string }) => (
  <Form label={`Retirer le cercle ${circleName(kind, circle)}`}>
    <input type="hidden" name="act" value="remove" />
    <input type="hidden" name="circle" value={circle} />
    <button class="link" type="submit" aria-label={`Retirer ${circleName(kind, circle)}`}>
      Retirer
    </button>
  </Form>
)

const AddCircle = ({ kind, held, form }: { kind: string; held: readonly string[]; form: FormState }) => {
  const free = Object.entries(circleWords[kind] ?? {}).filter(([circle]) => !held.includes(circle))
  if (free.length === 0) return null
  return (
    <section class="part" aria-labelledby="ajouter">
      <h2 id="ajouter">Ajouter un cercle</h2>
      <Form>
        <input type="hidden" name="act" value="add" />
        <Field
          form={form}
          name="circle"
          label="Cercle"
          hint="Nommer une deuxième personne à l’administration permet à la première de passer la main."
          options={free.map(([value, { name }]) => ({ value, label: name }))}
        />
        <div class="acts">
          <button class="btn second" type="submit">
            Ajouter ce cercle
          </button>
        </div>
      </Form>
    </section>
  )
}

const BackIn = ({ accountId }: { accountId: string }) => (
  <section class="part" aria-labelledby="acces">
    <h2 id="acces">Téléphone ou clé perdus</h2>
    <p>
      <a href={`/espace/acces/${accountId}`}>Rétablir son accès</a>
    </p>
  </section>
)

const Departure = ({ form }: { form: FormState }) => (
  <section class="part" aria-labelledby="depart">
    <h2 id="depart">Départ de l’espace</h2>
    <p>
      Tous ses cercles s’arrêtent aussitôt{'\u202f'}: la prochaine page qu’elle ou il demande ne s’ouvre pas.
      Ce que cette personne a écrit reste.
    </p>
    <Form>
      <input type="hidden" name="act" value="depart" />
      <Tick form={form} name="confirmed" label="Oui, cette personne quitte l’espace" />
      <div class="acts">
        <button class="btn second" type="submit">
          Mettre fin à son accès
        </button>
      </div>
    </Form>
  </section>
)
