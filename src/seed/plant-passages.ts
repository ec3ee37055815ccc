import type { Door } from '../access/door.ts'
import type { Database } from '../db/connect.ts'
import { publishPresentation } from '../institutions/doors.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { presentSpokesperson } from '../people/doors.ts'
import { shareTally } from '../places/doors.ts'
import { demoAccountId } from './demo-people.ts'
import { household } from './households.ts'
import { type InstitutionKey, seedId } from './neighbourhood.ts'

const SPOKESPERSON = 3

/** What already crossed when the demonstration opens: the doorkeeper carries it within seconds. */
export async function plantPassages(db: Database, today: CalendarDay, now: Date): Promise<void> {
  const { name, personId } = household('tilleuls', SPOKESPERSON, today)
  const consent = await plantAgreement(db, personId, today)
  const spokesperson = { name, reachBy: 'union', reachAt: '', estate: 'Résidence des Tilleuls' } as const
  const estate = { name: 'Résidence des Tilleuls', commune: 'Auvelle', homes: 108, people: 36 }
  const presentation = {
    title: 'Union des Tilleuls',
    what: 'Nous sommes des locataires des Tilleuls et des Érables. Nous datons les attentes, et nous demandons ensemble.',
    contact: 'bonjour@tilleuls.demo.palier.example',
    estates: ['Résidence des Tilleuls', 'Les Érables'],
  }
  const passages = [
    passage(presentSpokesperson, 'toits', spokesperson, now, [consent]),
    passage(shareTally, 'federation', { asOf: today, withheld: 2, estates: [estate] }, now),
    passage(publishPresentation, null, presentation, now),
  ]
  await db.withSchema('union_space').insertInto('passage').values(passages).execute()
}

/** Prepared by Inès, decided by Maryse. */
const passage = <P>(
  door: Door<P>,
  to: InstitutionKey | null,
  projection: P,
  now: Date,
  consents: string[] = [],
) => ({
  space_id: seedId('space', 'tilleuls'),
  id: seedId('passage', door.name),
  door: door.name,
  to_kind: door.to,
  to_institution_id: to === null ? null : seedId('institution', to),
  projection: JSON.stringify(projection),
  consent_ids: consents,
  prepared_by: demoAccountId('ines'),
  decided_by: demoAccountId('maryse'),
  sent_at: now,
})

async function plantAgreement(db: Database, personId: string, today: CalendarDay): Promise<string> {
  const id = seedId('consent', personId, 'presented_to_landlord')
  const agreement = {
    id,
    person_id: personId,
    purpose: 'presented_to_landlord',
    wording_version: '2026-11',
    given_on: today,
  }
  await db
    .withSchema('union_space')
    .insertInto('consent')
    .values({ space_id: seedId('space', 'tilleuls'), ...agreement, recorded_by: demoAccountId('ines') })
    .execute()
  return id
}
