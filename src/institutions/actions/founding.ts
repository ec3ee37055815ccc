import type { ScopedDb } from '../../access/scope.ts'
import { newToken } from '../../access/secrets.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type FoundingRefusal, type InstitutionKind, SPACE_OF } from '../domain/founding.ts'
import { endOfInvitation, INVITATION_PURPOSE } from '../domain/invitations.ts'
import { foundOrganisation } from '../store/space.ts'
import { type Sending, sendInvitation } from './send-invitation.ts'

export type NewOrganisation = {
  readonly kind: InstitutionKind
  readonly organisation: string
  /** Its first administrator. */
  readonly name: string
  readonly email: string
  readonly days: number
}

/** Opens an organisation with its space, and invites whoever will administer it; the founder does not enter it. */
export async function openOrganisation(
  db: ScopedDb,
  wanted: NewOrganisation,
  sending: Sending,
): Promise<Result<undefined, FoundingRefusal>> {
  const { kind, organisation, name, email, days } = wanted
  const { now, secrets } = sending
  const token = newToken()
  const expiresAt = endOfInvitation(now, days)
  const answer = await foundOrganisation(
    db,
    {
      institution_id: newId(now),
      kind,
      name: organisation,
      space_id: newId(now),
      space_kind: SPACE_OF[kind],
      invitation_id: newId(now),
      hash: secrets.hash(INVITATION_PURPOSE, token).toString('hex'),
      email,
      person: name,
      expires_at: expiresAt.toISOString(),
    },
    now,
  )
  if (answer !== 'opened') return refuse({ because: answer })
  const letter = { email, name, circle: 'administrator', kind: SPACE_OF[kind], space: organisation }
  await sendInvitation(db, { ...letter, token, expiresAt }, sending)
  return accept()
}
