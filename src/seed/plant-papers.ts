import type { Secrets } from '../access/secrets.ts'
import { deadlinesOf } from '../complaints/domain/complaint-deadlines.ts'
import { clocksOn } from '../complaints/domain/clocks.ts'
import { foldThread } from '../complaints/domain/fold.ts'
import type { Database } from '../db/connect.ts'
import { hashOfCode } from '../followup/public.ts'
import { readFollowUpCode } from '../followup/domain/follow-up-code.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import type { LetterFacts, LetterKind } from '../letters/domain/letter-facts.ts'
import { quotedDeadlines } from '../letters/domain/letter-deadlines.fr.ts'
import { letterDeadlines, letterEvents } from '../letters/domain/thread-facts.ts'
import { writeLetter } from '../letters/domain/write-letter.fr.ts'
import { type InventedComplaint, inventedComplaints } from './complaints.ts'
import { demoAccountId } from './demo-people.ts'
import { liveALife } from './live-a-life.ts'
import { seedId } from './neighbourhood.ts'
import { DEMO_CODE, SHOWN_LETTER } from './papers.fr.ts'
import { charterOf } from './plant-charters.ts'
import { metIn, SHOWN_HOME } from './plant-households.ts'

const SPACE = seedId('space', 'tilleuls')
const INES = demoAccountId('ines')

/** Of the complaint that is shown: the code its household follows it by, a letter that left and one that waits. */
export async function plantPapers(
  db: Database,
  today: CalendarDay,
  now: Date,
  secrets: Secrets,
): Promise<void> {
  const shown = inventedComplaints(today).find(({ homeId }) => homeId === SHOWN_HOME)
  if (!shown) throw new Error('the neighbourhood lost the home that is shown')
  const rooms = db.withSchema('union_space')
  await rooms
    .insertInto('follow_up_code')
    .values(codeRow(shown, now, secrets))
    .execute()
  await rooms
    .insertInto('letter')
    .values(letterRows(shown, today, now))
    .execute()
}

function codeRow({ key }: InventedComplaint, now: Date, secrets: Secrets) {
  const code = readFollowUpCode(DEMO_CODE)
  if (!code) throw new Error('the code of the demonstration is no code')
  return {
    space_id: SPACE,
    id: seedId('code', key),
    complaint_id: seedId('complaint', key),
    hash: hashOfCode(secrets, code),
    issued_by: INES,
    issued_at: now,
  }
}

function letterRows(shown: InventedComplaint, today: CalendarDay, now: Date) {
  const thread = liveALife({ ...shown, today, by: INES })
  const at = thread.findIndex(({ channel }) => channel === 'registered_letter')
  const sending = thread[at]
  if (!sending) throw new Error('the home that is shown sent no letter')
  const sentOn = sending.happened.latest
  // It left on the day it was written, and knows nothing of what came after.
  const known = thread.slice(0, at).filter(({ happened }) => happened.latest <= sentOn)
  const writtenThen = new Date(`${sentOn}T08:00:00Z`)
  const left = { sent_on: sentOn, event_id: sending.id, sent_how: 'registered_letter', sent_by: INES }
  const waits = { sent_on: null, event_id: null, sent_how: null, sent_by: null }
  return [
    { ...rowOf('formal_notice', shown, factsOf(shown, known, sentOn), writtenThen), ...left },
    { ...rowOf('conciliation', shown, factsOf(shown, thread, today), now), ...waits },
  ]
}

const rowOf = (kind: LetterKind, { key }: InventedComplaint, facts: LetterFacts, preparedAt: Date) => ({
  space_id: SPACE,
  id: seedId('letter', key, kind),
  complaint_id: seedId('complaint', key),
  kind,
  letter: JSON.stringify(writeLetter(kind, facts)),
  to_check: quotedDeadlines(facts.deadlines)
    .filter(({ isChecked }) => !isChecked)
    .map(({ title }) => title),
  prepared_by: INES,
  prepared_at: preparedAt,
})

const tellerOf = (personId: string, today: CalendarDay): string =>
  metIn('tilleuls', today).find(({ who }) => who.personId === personId)?.who.name ?? ''

function factsOf(
  { personId = '', life }: InventedComplaint,
  thread: ReturnType<typeof liveALife>,
  today: CalendarDay,
): LetterFacts {
  const charter = charterOf('toits', 'tilleuls')
  const deadlines = deadlinesOf({ thread, problemCode: life.problem, zone: 'national', charter, copied: [] })
  return {
    ...SHOWN_LETTER,
    household: { ...SHOWN_LETTER.household, name: tellerOf(personId, today) },
    problem: { ...SHOWN_LETTER.problem, words: life.words },
    since: '',
    wait: clocksOn(foldThread(thread), today).tenant,
    events: letterEvents(thread, today),
    deadlines: letterDeadlines(deadlines),
    today,
  }
}
