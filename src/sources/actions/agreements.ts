import { AGREERS } from '../../access/grants-of-sources.ts'
import { type Actor, isIn, type ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { insertAgreement, markAgreementEnded, type NewAgreement } from '../store/agreements.ts'

/** Whether this person says under which agreements files may come. */
export const mayAgree = ({ kind, ...actor }: Actor): boolean =>
  kind !== 'programme' && isIn({ kind, ...actor }, ...AGREERS[kind])

type OutsideCircle = { readonly because: 'outside_circle' }

export async function recordAgreement(
  db: ScopedDb,
  agreement: NewAgreement,
  now: Date,
): Promise<Result<string, OutsideCircle | { readonly because: 'agreement_ends_before_it_begins' }>> {
  if (!mayAgree(db.actor)) return refuse({ because: 'outside_circle' })
  if (agreement.validUntil < agreement.validFrom)
    return refuse({ because: 'agreement_ends_before_it_begins' })
  return accept(await insertAgreement(db, agreement, now))
}

/** Ends an agreement today: nothing more is read under it, and what was read goes ninety days later. */
export async function endAgreement(
  db: ScopedDb,
  id: string,
  now: Date,
): Promise<Result<undefined, OutsideCircle | { readonly because: 'agreement_absent_or_ended' }>> {
  if (!mayAgree(db.actor)) return refuse({ because: 'outside_circle' })
  const ended = await markAgreementEnded(db, id, now)
  return ended ? accept() : refuse({ because: 'agreement_absent_or_ended' })
}
