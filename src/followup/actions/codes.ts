import { randomBytes } from 'node:crypto'
import type { ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { findComplaint, takeTurn } from '../../complaints/public.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type CodeRefusal, type FollowUpCode, newFollowUpCode } from '../domain/follow-up-code.ts'
import { insertCode, revokeLiveCode } from '../store/codes.ts'

/** What is kept of a code: whoever reads it cannot make the code again. */
export const hashOfCode = (secrets: Secrets, code: FollowUpCode): Buffer => secrets.hash('follow-up', code)

/** A new code for this complaint, told once, here: the one before it opens nothing from now on. */
export async function issueCode(
  db: ScopedDb,
  secrets: Secrets,
  complaintId: string,
  now: Date,
): Promise<Result<FollowUpCode, CodeRefusal>> {
  if (!(await findComplaint(db, complaintId))) return refuse({ because: 'no_such_complaint' })
  await takeTurn(db, complaintId)
  await revokeLiveCode(db, complaintId, now)
  const code = newFollowUpCode(randomBytes(10))
  if (!(await registerCode(db, secrets, { complaintId, code }, now)))
    throw new Error('this code is drawn already')
  return accept(code)
}

/** A code that was drawn elsewhere, at a door: false when it is another complaint's already, which it goes on opening. */
export const registerCode = (
  db: ScopedDb,
  secrets: Secrets,
  { complaintId, code }: { readonly complaintId: string; readonly code: FollowUpCode },
  now: Date,
): Promise<boolean> => insertCode(db, { id: newId(now), complaintId, hash: hashOfCode(secrets, code), now })

/** Closes the page of whoever holds the code, at once: sessions are opened by it alone. */
export async function revokeCode(
  db: ScopedDb,
  complaintId: string,
  now: Date,
): Promise<Result<undefined, CodeRefusal>> {
  const revoked = await revokeLiveCode(db, complaintId, now)
  return revoked ? accept() : refuse({ because: 'no_live_code' })
}
