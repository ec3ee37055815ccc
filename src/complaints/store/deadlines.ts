import type { ThreadDb } from '../../access/scope.ts'
import type { RuleCopy } from '../../deadlines/public.ts'
import { NO_FLOOR } from '../../kernel/approximate-day.ts'
import { calendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Moment } from '../../kernel/length.ts'
import type { ComplaintDeadline } from '../domain/complaint-deadlines.ts'

/** A copied rule is written by `copyOf` alone and never changed: the row gives back what was put there. */
const ruleOf = (json: unknown): RuleCopy => json as RuleCopy

function momentOf(earliest: string | null, latest: string | null): Moment | undefined {
  if (!latest) return undefined
  const floor = parseCalendarDay(earliest ?? '')
  return { ...(floor && floor !== NO_FLOOR && { earliest: floor }), latest: calendarDay(latest) }
}

/** The deadlines of one complaint, in the order in which they started. */
export async function readDeadlines(
  db: ThreadDb,
  complaintId: string,
): Promise<readonly ComplaintDeadline[]> {
  const rows = await db.sql
    .selectFrom('complaint_deadline')
    .selectAll()
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .orderBy('run')
    .orderBy('started_latest')
    .orderBy('rule_id')
    .execute()
  return rows.map((row) => {
    const dueOn = parseCalendarDay(row.due_on ?? '')
    const stopped = momentOf(row.stopped_earliest, row.stopped_latest)
    return {
      rule: ruleOf(row.rule),
      run: row.run,
      started: momentOf(row.started_earliest, row.started_latest) ?? {
        latest: calendarDay(row.started_latest),
      },
      ...(dueOn && { dueOn }),
      ...(stopped && { stopped }),
      ...(row.pointless && { pointless: true }),
    }
  })
}

/** Writes the deadlines as they stand; one whose start was taken back goes. */
export async function writeDeadlines(
  db: ThreadDb,
  complaintId: string,
  deadlines: readonly ComplaintDeadline[],
  now: Date,
): Promise<void> {
  await removeOthers(db, complaintId, deadlines)
  if (deadlines.length === 0) return
  await db.sql
    .insertInto('complaint_deadline')
    .values(deadlines.map((deadline) => deadlineRow(db.actor.spaceId, complaintId, deadline, now)))
    .onConflict((oc) =>
      oc.columns(['space_id', 'complaint_id', 'rule_id', 'run']).doUpdateSet((x) => ({
        started_earliest: x.ref('excluded.started_earliest'),
        started_latest: x.ref('excluded.started_latest'),
        due_on: x.ref('excluded.due_on'),
        pointless: x.ref('excluded.pointless'),
        stopped_earliest: x.ref('excluded.stopped_earliest'),
        stopped_latest: x.ref('excluded.stopped_latest'),
      })),
    )
    .execute()
}

/** The row of one deadline. */
export const deadlineRow = (
  spaceId: string,
  complaintId: string,
  { rule, run, started, dueOn, stopped, pointless }: ComplaintDeadline,
  now: Date,
) => ({
  space_id: spaceId,
  id: newId(now),
  complaint_id: complaintId,
  rule_id: rule.id,
  rule: JSON.stringify(rule),
  run,
  started_earliest: started.earliest ?? NO_FLOOR,
  started_latest: started.latest,
  due_on: dueOn ?? null,
  pointless: pointless === true,
  stopped_earliest: stopped ? (stopped.earliest ?? NO_FLOOR) : null,
  stopped_latest: stopped?.latest ?? null,
})

async function removeOthers(
  db: ThreadDb,
  complaintId: string,
  deadlines: readonly ComplaintDeadline[],
): Promise<void> {
  const kept = deadlines.map(({ rule, run }) => `${run} ${rule.id}`)
  const rows = await db.sql
    .selectFrom('complaint_deadline')
    .select(['id', 'rule_id', 'run'])
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .execute()
  const gone = rows.filter(({ rule_id, run }) => !kept.includes(`${run} ${rule_id}`)).map(({ id }) => id)
  if (gone.length === 0) return
  await db.sql
    .deleteFrom('complaint_deadline')
    .where('space_id', '=', db.actor.spaceId)
    .where('id', 'in', gone)
    .execute()
}
