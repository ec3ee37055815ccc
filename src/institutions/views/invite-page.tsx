import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, Field, Form, type FormState } from '../../ui/form.tsx'
import { INVITATION_DAYS } from '../domain/invitations.ts'
import { circleName, circleWords } from '../words.fr.ts'

type Props = { readonly form: FormState; readonly kind: string; readonly circles: readonly string[] }

export const InvitePage = ({ form, kind, circles }: Props) => (
  <>
    <h1>Inviter une personne</h1>
    <p class="lead">
      Elle reçoit un lien par courriel. Rien ne s’ouvre tant qu’elle ne l’a pas accepté, et vous pouvez le
      reprendre.
    </p>
    <ErrorSummary form={form} />
    <Form>
      <InvitedPerson form={form} />
      <Choice
        form={form}
        name="circle"
        legend="Son cercle"
        options={circles.map((value) => ({
          value,
          label: circleName(kind, value),
          small: circleWords[kind]?.[value]?.may ?? '',
        }))}
      />
      <div class="acts">
        <button class="btn" type="submit">
          Envoyer l’invitation
        </button>
        <a href="/espace/membres">Ne pas inviter</a>
      </div>
    </Form>
  </>
)

/** Whom the letter goes to, and how long it holds. */
export const InvitedPerson = ({ form }: { form: FormState }) => (
  <>
    <Field form={form} name="name" label="Nom de la personne" maxLength={600} autocomplete="off" required />
    <Field
      form={form}
      name="email"
      label="Son adresse électronique"
      type="email"
      autocomplete="off"
      required
    />
    <Field
      form={form}
      name="days"
      label="Nombre de jours pour accepter"
      hint={`De ${INVITATION_DAYS.least} à ${INVITATION_DAYS.most}.`}
      inputMode="numeric"
      required
    />
  </>
)
