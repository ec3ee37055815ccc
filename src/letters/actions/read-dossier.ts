import { noteLine, type ScopedDb } from '../../access/scope.ts'
import { clocksOn } from '../../complaints/domain/clocks.ts'
import type { PlacedComplaint } from '../../complaints/public.ts'
import {
  type Attachment,
  attachmentsOf,
  CHANNEL_WORDS,
  EVIDENCE_WORDS,
  findComplaint,
  KIND_WORDS,
  PARTY_WORDS,
  PROMISED_WORDS,
  readDeadlines,
  readThread,
  sayProblem,
} from '../../complaints/public.ts'
import { inOrder, type ThreadEvent } from '../../complaints/domain/event.ts'
import { foldThread } from '../../complaints/domain/fold.ts'
import { longestSilence } from '../../complaints/domain/silence.ts'
import { fateOf } from '../../complaints/domain/promises.ts'
import { type ComplaintDeadline, standsOn } from '../../complaints/domain/complaint-deadlines.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import { type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { Moment } from '../../kernel/length.ts'
import { staircaseWord } from '../../places/public.ts'
import type { DossierDeadline, DossierFacts, DossierLine } from '../domain/dossier-facts.ts'
import { placeSaid } from '../domain/place-said.fr.ts'
import { letterDeadline } from '../domain/thread-facts.ts'
import { pieceName } from '../words.fr.ts'

type Read = {
  readonly complaint: PlacedComplaint
  readonly thread: readonly ThreadEvent[]
  readonly deadlines: readonly ComplaintDeadline[]
  readonly attachments: readonly Attachment[]
}

/** Everything that is held on one complaint, in words. Reading it leaves a line. */
export async function readDossierFacts(
  db: ScopedDb,
  id: string,
  today: CalendarDay,
): Promise<DossierFacts | undefined> {
  const complaint = await findComplaint(db, id)
  if (!complaint) return undefined
  await noteLine(db, 'read', 'complaint', id)
  const thread = await readThread(db, id)
  const deadlines = await readDeadlines(db, id)
  const attachments = await attachmentsOf(db, id)
  const read = { complaint, thread, deadlines, attachments }
  return {
    union: db.actor.spaceName,
    asOf: today,
    place: placeSaid(complaint, await staircaseWord(db)),
    ...factsOf(read, today),
  }
}

function factsOf(
  { complaint, thread, deadlines, attachments }: Read,
  today: CalendarDay,
): Omit<DossierFacts, 'union' | 'asOf' | 'place'> {
  const state = foldThread(thread)
  return {
    landlord: complaint.landlord.name,
    problem: { label: sayProblem(complaint), words: complaint.words },
    since: complaint.since ? sayApproximateDay(complaint.since) : '',
    clocks: clocksOn(state, today),
    counts: { ...state, silence: longestSilence(state, today) },
    promises: state.promises.map((promise) => ({
      what: PROMISED_WORDS[promise.what],
      madeOn: sayMoment(promise.madeOn),
      dueOn: promise.dueOn,
      fate: fateOf(promise, today),
    })),
    deadlines: deadlines.flatMap((each) => dossierDeadline(each, complaint.holidayZone, today)),
    thread: dossierLines(thread),
    evidence: attachments.map(({ mediaType, label, addedAt, removedAt }) => ({
      name: pieceName(mediaType, label, removedAt !== undefined),
      addedOn: dayIn(addedAt),
    })),
  }
}

const dossierDeadline = (
  each: ComplaintDeadline,
  zone: HolidayZone,
  today: CalendarDay,
): DossierDeadline[] => {
  const where = standsOn(each, today, zone)
  if (where.state === 'pointless') return []
  return [{ ...letterDeadline(each), startedOn: sayMoment(each.started), standing: where }]
}

/** Every line that was ever told, the one that replaced another after it. */
function dossierLines(thread: readonly ThreadEvent[]): readonly DossierLine[] {
  const replaced = new Set(thread.flatMap(({ supersedes }) => supersedes ?? []))
  return thread.toSorted(inOrder).map((event) => ({
    when: sayApproximateDay(event.happened),
    recordedOn: dayIn(event.recordedAt),
    title: KIND_WORDS[event.kind].title,
    details: detailsOf(event),
    words: event.words,
    evidence: EVIDENCE_WORDS[event.evidence],
    isReplaced: replaced.has(event.id),
  }))
}

function detailsOf({ actor, channel, interlocutor, details }: ThreadEvent): readonly string[] {
  const { promise, reference, service } = details
  return [
    PARTY_WORDS[actor].toLowerCase(),
    channel === 'unknown' ? '' : CHANNEL_WORDS[channel],
    interlocutor,
    promise ? `${PROMISED_WORDS[promise.what]} pour le ${sayDay(promise.dueOn)}` : '',
    service ?? '',
    reference ?? '',
  ].filter((detail) => detail !== '')
}

/** A start that has no floor is «at the latest»; one known to the day is that day. */
function sayMoment({ earliest, latest }: Moment): string {
  if (earliest === latest) return sayDay(latest)
  return earliest === undefined
    ? `au plus tard le ${sayDay(latest)}`
    : `entre le ${sayDay(earliest)} et le ${sayDay(latest)}`
}
