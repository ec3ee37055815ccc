import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'

type Draft = {
  readonly token: string
  readonly session: Buffer
  readonly path: string
  readonly body: string
  readonly expiresAt: Date
}

/** Keeps what was typed under a session that had ended; does nothing for a session that never was. */
export async function keepDraft({ sql: db, secrets }: Keyring, d: Draft): Promise<void> {
  const hash = secrets.hash('draft', d.token)
  await sql`select keyring.keep_draft(${hash}, ${d.session}, ${d.path}, ${secrets.seal(d.body)}, ${d.expiresAt})`.execute(
    db,
  )
}

type DraftWanted = {
  readonly token: string
  readonly accountId: string
  readonly path: string
  readonly now: Date
}

export async function takeDraft({ sql: db, secrets }: Keyring, w: DraftWanted): Promise<string | undefined> {
  const hash = secrets.hash('draft', w.token)
  const { rows } = await sql<{ body: Buffer | null }>`
    select keyring.take_draft(${hash}, ${w.accountId}, ${w.path}, ${w.now}) as body`.execute(db)
  return rows[0]?.body ? secrets.open(rows[0].body) : undefined
}
