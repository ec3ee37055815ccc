import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { refusesDigest, writeDigestRefusal, removeDigestRefusal } from '../store/digests.ts'

/** Whoever does not want the morning's letter does not get it, in this space. */
export async function chooseDigest(db: ScopedDb, wanted: boolean, now: Date): Promise<void> {
  if (wanted) await removeDigestRefusal(db)
  else if (!(await refusesDigest(db))) await writeDigestRefusal(db, newId(now))
}
