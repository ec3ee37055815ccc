import type { ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { postMail } from '../../mail/post.ts'
import { resetAccess } from '../store/second-factors.ts'
import { resetLetter } from '../words.fr.ts'

type Reset = {
  readonly accountId: string
  readonly sessionHash: Buffer
  readonly secrets: Secrets
  readonly publicUrl: URL
  readonly now: Date
}

/**
 * A second administrator helps whoever lost telephone and keys: second factor and passkeys go, sessions end, the
 * person is told. The database checks who asks (keyring.reset_access); the link by e-mail remains the way back in.
 */
export async function helpBackIn(
  db: ScopedDb,
  r: Reset,
): Promise<Result<undefined, { readonly because: 'not_entitled' }>> {
  const person = await resetAccess(db, r.sessionHash, r.now, r.accountId)
  if (!person) return refuse({ because: 'not_entitled' })
  const { accountName: by, spaceName: space, spaceId } = db.actor
  const letter = resetLetter({ name: person.name, by, space, entrance: new URL('/entrer', r.publicUrl) })
  await postMail(db, r.secrets, { to: person.email, spaceId, ...letter }, r.now)
  return accept()
}
