import { CONTENTS } from '../access/grant.ts'
import { type Actor, isIn, type ScopedDb } from '../access/scope.ts'
import { type ComplaintsToday, readComplaintsToday } from '../caseload/public.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import {
  findSpace,
  type InvitationRow,
  listMemberships,
  listOpenInvitations,
  listReceived,
  type ReceivedRow,
} from '../institutions/public.ts'
import { listToCallBack, type ToCallBack } from '../people/public.ts'
import { countEstates, describes, type EstateCount, seesHomes } from '../places/public.ts'

const MOST = 5

export type FieldToday = {
  readonly toCallBack: readonly ToCallBack[]
  readonly estates: readonly EstateCount[]
  readonly describes: boolean
}
export type AdministrationToday = {
  readonly invitations: readonly InvitationRow[]
  readonly members: number
  readonly administrators: number
  readonly requiresSecondFactor: boolean
}
/** Absent is what this person's circles do not read. */
export type Today = {
  readonly field: FieldToday | undefined
  readonly complaints: ComplaintsToday | undefined
  readonly received: readonly ReceivedRow[] | undefined
  readonly administration: AdministrationToday | undefined
}

/** What waits for this person here: only what their circles read is asked for. */
export async function readToday(db: ScopedDb, today: CalendarDay, now: Date): Promise<Today> {
  const { actor } = db
  return {
    field: seesHomes(actor) ? await readField(db) : undefined,
    complaints: followsComplaints(actor) ? await readComplaintsToday(db, today, now) : undefined,
    received: isIn(actor, ...CONTENTS[actor.kind]) ? await listReceived(db, MOST) : undefined,
    administration: isIn(actor, 'administrator') ? await readAdministration(db) : undefined,
  }
}

const followsComplaints = (actor: Actor): boolean => actor.kind === 'union' && isIn(actor, ...CONTENTS.union)

async function readField(db: ScopedDb): Promise<FieldToday> {
  return {
    toCallBack: await listToCallBack(db, MOST),
    estates: await countEstates(db),
    describes: describes(db.actor),
  }
}

async function readAdministration(db: ScopedDb): Promise<AdministrationToday> {
  const memberships = await listMemberships(db)
  const administrators = memberships.filter((m) => m.circle === 'administrator')
  return {
    invitations: await listOpenInvitations(db),
    members: new Set(memberships.map((m) => m.account_id)).size,
    administrators: administrators.length,
    requiresSecondFactor: (await findSpace(db)).requires_second_factor,
  }
}
