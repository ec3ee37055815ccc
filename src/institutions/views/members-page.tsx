import { EmptyState } from '../../ui/empty-state.tsx'
import { State } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/table.tsx'
import { stateOfInvitation } from '../domain/invitations.ts'
import type { InvitationRow } from '../store/invitations.ts'
import type { MembershipRow } from '../store/members.ts'
import { circleName } from '../words.fr.ts'
import { dayOf } from './day-of.ts'

export type Names = ReadonlyMap<string, string>
type Props = {
  readonly kind: string
  readonly now: Date
  readonly memberships: readonly MembershipRow[]
  readonly invitations: readonly InvitationRow[]
  readonly names: Names
}

/** Somebody outside the space, or somebody whose name it never knew. */
export const nameOf = (names: Names, accountId: string | null): string =>
  accountId === null ? 'l’ouverture de l’espace' : (names.get(accountId) ?? 'une personne d’un autre espace')

/** Administrators: who is in, since when, let in by whom; and the letters that wait. */
export const MembersPage = (p: Props) => (
  <>
    <h1>Membres</h1>
    <p>
      <a class="btn" href="/espace/membres/inviter">
        Inviter une personne
      </a>
    </p>
    <MemberTable {...p} />
    <section class="part" aria-labelledby="invitations">
      <h2 id="invitations">Invitations en attente</h2>
      {p.invitations.length === 0 ? (
        <EmptyState sentence="Aucune invitation n’attend de réponse." />
      ) : (
        <InvitationTable {...p} />
      )}
    </section>
  </>
)

type Member = { readonly first: MembershipRow; readonly circles: readonly string[] }

/** One row per person: all their circles, and how they came in. The rows of one person follow each other, the oldest first. */
const membersOf = (memberships: readonly MembershipRow[]): Member[] =>
  [...Map.groupBy(memberships, (m) => m.account_id).values()].flatMap((own) => {
    const [first] = own
    return first ? [{ first, circles: own.map((m) => m.circle) }] : []
  })

const MemberTable = ({ kind, memberships, names }: Props) => (
  <DataTable
    caption="Qui est dans l’espace"
    rows={membersOf(memberships)}
    keyOf={({ first }) => first.account_id}
    columns={[
      {
        header: 'Personne',
        cell: ({ first }) => (
          <a href={`/espace/membres/${first.account_id}`}>
            <bdi>{first.account_name}</bdi>
          </a>
        ),
      },
      { header: 'Cercles', cell: ({ circles }) => circles.map((c) => circleName(kind, c)).join(', ') },
      { header: 'Adresse', cell: ({ first }) => <bdi>{first.account_email}</bdi> },
      { header: 'Depuis', cell: ({ first }) => dayOf(first.since) },
      { header: 'Par', cell: ({ first }) => <bdi>{nameOf(names, first.invited_by)}</bdi> },
    ]}
  />
)

const InvitationTable = ({ kind, invitations, names, now }: Props) => (
  <DataTable
    caption="Personnes invitées"
    rows={invitations}
    keyOf={(i) => i.id}
    columns={[
      {
        header: 'Personne',
        cell: (i) => (
          <a href={`/espace/invitations/${i.id}`}>
            <bdi>{i.name}</bdi>
          </a>
        ),
      },
      { header: 'Cercle', cell: (i) => circleName(kind, i.circle) },
      { header: 'Adresse', cell: (i) => <bdi>{i.email}</bdi> },
      {
        header: 'Jusqu’au',
        cell: (i) =>
          stateOfInvitation(i, now) === 'expired' ? (
            <State tone="late">{`expirée le ${dayOf(i.expires_at)}`}</State>
          ) : (
            dayOf(i.expires_at)
          ),
      },
      { header: 'Par', cell: (i) => <bdi>{nameOf(names, i.invited_by)}</bdi> },
    ]}
  />
)
