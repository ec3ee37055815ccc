import type { Secrets } from '../access/secrets.ts'
import { deadlinesOf } from '../complaints/domain/complaint-deadlines.ts'
import { clocksOn } from '../complaints/domain/clocks.ts'
import { foldThread } from '../complaints/domain/fold.ts'
import type { Database } from '../db/connect.ts'
import { hashOfCode } from '../followup/public.ts'
import { readFollowUpCode } from '../followup/domain/follow-up-code.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import type { LetterFacts, LetterKind } from '../letters/domain/letter-facts.ts'
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
  const sending = thread.find(({ channel }) => channel === 'registered_letter')
  const facts = factsOf(shown, thread, today)
  const row = (kind: LetterKind) => ({
    space_id: SPACE,
    id: seedId('letter', shown.key, kind),
    complaint_id: seedId('complaint', shown.key),
    kind,
    letter: JSON.stringify(writeLetter(kind, facts)),
    to_check: facts.deadlines.filter(({ isChecked }) => !isChecked).map(({ title }) => title),
    prepared_by: INES,
    prepared_at: now,
  })
  const left = sending && { sent_on: sending.happened.latest, event_id: sending.id }
  return [
    { ...row('formal_notice'), ...(left && { ...left, sent_how: 'registered_letter', sent_by: INES }) },
    { ...row('conciliation'), sent_on: null, event_id: null, sent_how: null, sent_by: null },
  ]
}

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
