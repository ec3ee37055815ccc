import { LOADERS } from '../../access/grants-of-sources.ts'
import { type Actor, isIn, type ScopedDb } from '../../access/scope.ts'
import { dayIn } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { agreementProblem, type AgreementRefusal } from '../domain/agreement.ts'
import type { NewSource } from '../domain/source.ts'
import { findAgreement } from '../store/agreements.ts'
import { findSource, findSourceNamed, insertSource, removeContents } from '../store/sources.ts'

/** Whether this person brings files in. */
export const mayLoad = ({ kind, ...actor }: Actor): boolean =>
  kind !== 'programme' && isIn({ kind, ...actor }, ...LOADERS[kind])

export type NewSourceRefusal =
  | AgreementRefusal
  | { readonly because: 'outside_circle' }
  | { readonly because: 'agreement_absent' }
  | { readonly because: 'source_name_taken'; readonly name: string }

/** A source without a file yet. */
export async function createSource(
  db: ScopedDb,
  source: NewSource,
  now: Date,
): Promise<Result<string, NewSourceRefusal>> {
  if (!mayLoad(db.actor)) return refuse({ because: 'outside_circle' })
  const agreement = await findAgreement(db, source.agreementId)
  if (!agreement) return refuse({ because: 'agreement_absent' })
  const problem = agreementProblem(agreement, dayIn(now))
  if (problem) return refuse(problem)
  if (await findSourceNamed(db, source.name))
    return refuse({ because: 'source_name_taken', name: source.name })
  return accept(await insertSource(db, source, now))
}

/** Takes a source away with all that was counted in it; the trace says who, and which files had been read. */
export async function removeSource(
  db: ScopedDb,
  id: string,
  now: Date,
): Promise<Result<undefined, { readonly because: 'outside_circle' | 'source_absent' }>> {
  if (!mayLoad(db.actor)) return refuse({ because: 'outside_circle' })
  if (!(await findSource(db, id))) return refuse({ because: 'source_absent' })
  await removeContents(db, id, now)
  return accept()
}
