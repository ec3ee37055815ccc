import { Form } from '../../ui/form.tsx'

type Props = {
  readonly invitation: { readonly email: string; readonly space_name: string; readonly invited_by: string }
  readonly circle: string
}

/** Who invites, where, and as what, before anything is done. */
export const InvitationPage = ({ invitation, circle }: Props) => (
  <>
    <h1>
      Rejoindre <bdi>{invitation.space_name}</bdi>
    </h1>
    <p class="lead">
      {invitation.invited_by === '' ? 'On vous invite' : <bdi>{invitation.invited_by}</bdi>}
      {invitation.invited_by === '' ? null : ' vous invite'} dans l’espace{' '}
      <strong>
        <bdi>{invitation.space_name}</bdi>
      </strong>
      , cercle <strong>{circle}</strong>.
    </p>
    <p>
      L’invitation est pour l’adresse <bdi>{invitation.email}</bdi>. Si ce n’est pas la vôtre, ne l’acceptez
      pas.
    </p>
    <Form>
      <div class="acts">
        <button class="btn" type="submit">
          Accepter l’invitation
        </button>
      </div>
    </Form>
  </>
)

const WHY = {
  accepted: 'Elle a déjà été acceptée. Si c’était vous, entrez avec votre adresse.',
  withdrawn: 'Elle a été retirée par l’administration de l’espace. Demandez-lui ce qu’il en est.',
  expired: 'Elle a expiré. Demandez à l’administration de l’espace de vous la renvoyer.',
} as const

export const ClosedInvitationPage = ({ state }: { state: keyof typeof WHY }) => (
  <>
    <h1>Cette invitation ne sert plus</h1>
    <p class="lead">{WHY[state]}</p>
    <div class="acts">
      <a class="btn" href="/entrer">
        Entrer
      </a>
    </div>
  </>
)

/** An address that already has an account signs in with its own means. */
export const WelcomedPage = ({ space }: { space: string }) => (
  <>
    <h1>Invitation acceptée</h1>
    <p class="lead">
      L’espace{' '}
      <strong>
        <bdi>{space}</bdi>
      </strong>{' '}
      est ouvert à votre compte. Entrez comme d’habitude pour le trouver.
    </p>
    <div class="acts">
      <a class="btn" href="/entrer?suite=/espaces">
        Entrer
      </a>
    </div>
  </>
)
