import { isIn, type ScopedDb } from '../../access/scope.ts'
import { type PassageRefusal, sendPassage } from '../../access/passages.ts'
import { undoPassage, type UndoRefusal } from '../../access/undo-passages.ts'
import { refuse, type Result } from '../../kernel/result.ts'
import { shareTally } from '../doors.ts'
import { type EstateCount, type Tally, tallyOf } from '../domain/tally.ts'
import { countEstates, parentOf, type SentTally, sentTallies } from '../store/tally.ts'

export type TallyPreview = {
  readonly federation: { readonly id: string; readonly name: string } | undefined
  readonly counts: readonly EstateCount[]
  readonly tally: Tally
  /** What the preview showed, letter for letter: sharing something else is refused. */
  readonly seen: string
  readonly sent: readonly SentTally[]
}
export type { UndoRefusal }
export type ShareRefusal =
  | PassageRefusal
  | { readonly because: 'no_federation' | 'nothing_to_share' | 'changed_since' }

/** Exactly what would leave, beside what stays. */
export async function previewTally(db: ScopedDb, asOf: string): Promise<TallyPreview> {
  const counts = await countEstates(db)
  const tally = tallyOf(counts, asOf)
  return {
    federation: await parentOf(db),
    counts,
    tally,
    seen: JSON.stringify(tally),
    sent: await sentTallies(db, shareTally.name),
  }
}

type Wanted = { readonly seen: string; readonly asOf: string; readonly now: Date }

/** The officer decides on what was shown; if a count moved meanwhile, the page is shown again. */
export async function sendTally(
  db: ScopedDb,
  { seen, asOf, now }: Wanted,
): Promise<Result<string, ShareRefusal>> {
  if (!isIn(db.actor, shareTally.decidedBy)) return refuse({ because: 'not_yours_to_decide' })
  const preview = await previewTally(db, asOf)
  if (!preview.federation) return refuse({ because: 'no_federation' })
  if (preview.tally.estates.length === 0) return refuse({ because: 'nothing_to_share' })
  if (preview.seen !== seen) return refuse({ because: 'changed_since' })
  return sendPassage(db, shareTally, {
    toInstitutionId: preview.federation.id,
    projection: preview.tally,
    consentIds: [],
    versions: {},
    preparedBy: db.actor.accountId,
    now,
  })
}

/** What was shared is taken back: the federation keeps the date, not the counts. */
export const takeTallyBack = (
  db: ScopedDb,
  passageId: string,
  now: Date,
): Promise<Result<string, UndoRefusal>> => undoPassage(db, passageId, now)
