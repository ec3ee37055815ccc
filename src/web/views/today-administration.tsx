import { dayIn } from '../../kernel/calendar-day.ts'
import { formatCount, formatDay } from '../../ui/format.fr.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { AdministrationToday } from '../today.ts'

/** Accesses and settings, and no content: who has not come yet, who else administers, what is asked at the door. */
export const AdministrationPart = (p: AdministrationToday & { readonly now: Date }) => (
  <section class="part" aria-labelledby="administration">
    <h2 id="administration">Administration</h2>
    <p>
      {formatCount(p.members, 'personne')} dans l’espace, dont{' '}
      {formatCount(p.administrators, 'à l’administration', 'à l’administration')}. Le second facteur est{' '}
      {p.requiresSecondFactor ? 'exigé de chacun·e' : 'au choix de chacun·e'}.
    </p>
    {p.administrators < 2 ? (
      <Notice tone="lamp">
        <p>
          Vous êtes seul·e à l’administration. Si vous perdez votre accès, personne ne pourra vous le rendre
          {'\u202f'}: invitez une deuxième personne.
        </p>
      </Notice>
    ) : null}
    <h3>Invité·es qui ne sont pas encore venu·es</h3>
    {p.invitations.length === 0 ? (
      <p>Aucune invitation n’attend de réponse.</p>
    ) : (
      <DataTable
        caption="Invitations sans réponse"
        rows={p.invitations}
        keyOf={(invitation) => invitation.id}
        columns={[
          {
            header: 'Nom',
            cell: ({ id, name }) => (
              <a href={`/espace/invitations/${id}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { header: 'Invité·e le', cell: ({ invited_at }) => formatDay(dayIn(invited_at)) },
          {
            header: 'Jusqu’au',
            cell: ({ expires_at }) =>
              expires_at > p.now ? formatDay(dayIn(expires_at)) : 'expirée\u202f: renvoyez-la',
          },
        ]}
      />
    )}
    <div class="acts">
      <a class="btn second" href="/espace/membres">
        Membres et invitations
      </a>
      <a class="btn second" href="/espace/reglages">
        Réglages
      </a>
    </div>
  </section>
)
