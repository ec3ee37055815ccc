import { DefinitionList } from '../../ui/definition-list.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { deBefore } from '../../ui/format.fr.ts'
import { Form, type FormState } from '../../ui/form.tsx'
import { type InvitationState, stateOfInvitation } from '../domain/invitations.ts'
import type { InvitationRow } from '../store/invitations.ts'
import { circleName } from '../words.fr.ts'
import { dayOf } from './day-of.ts'
import { nameOf, type Names } from './members-page.tsx'

const STATES: Record<InvitationState, string> = {
  waiting: 'attend une réponse',
  expired: 'expirée, le lien n’ouvre plus rien',
  accepted: 'acceptée',
  withdrawn: 'retirée',
}
type Props = {
  readonly kind: string
  readonly invitation: InvitationRow
  readonly names: Names
  readonly now: Date
  readonly form: FormState
}

export const InvitationPage = ({ kind, invitation, names, now, form }: Props) => {
  const state = stateOfInvitation(invitation, now)
  return (
    <>
      <h1>
        Invitation {deBefore(invitation.name)}
        <bdi>{invitation.name}</bdi>
      </h1>
      <ErrorSummary form={form} />
      <DefinitionList
        items={[
          { term: 'État', value: STATES[state] },
          { term: 'Adresse', value: <bdi>{invitation.email}</bdi> },
          { term: 'Cercle', value: circleName(kind, invitation.circle) },
          { term: 'Envoyée le', value: dayOf(invitation.invited_at) },
          { term: 'Vaut jusqu’au', value: dayOf(invitation.expires_at) },
          { term: 'Par', value: <bdi>{nameOf(names, invitation.invited_by)}</bdi> },
        ]}
      />
      {state === 'waiting' || state === 'expired' ? <Acts /> : null}
    </>
  )
}

const Acts = () => (
  <Form>
    <p>Renvoyer fait un nouveau lien, et l’ancien n’ouvre plus rien. Retirer éteint le lien.</p>
    <div class="acts">
      <button class="btn" type="submit" name="act" value="resend">
        Renvoyer l’invitation
      </button>
      <button class="btn second" type="submit" name="act" value="withdraw">
        Retirer l’invitation
      </button>
    </div>
  </Form>
)
