import type { Database } from '../db/connect.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { presentSpokesperson } from '../people/doors.ts'
import { shareTally } from '../places/doors.ts'
import { publishPresentation } from '../institutions/doors.ts'
import { demoAccountId } from './demo-people.ts'
import { household } from './households.ts'
import { seedId } from './neighbourhood.ts'

/** What already crossed when the demonstration opens: the doorkeeper carries it within seconds. */
export async function plantPassages(db: Database, today: CalendarDay, now: Date): Promise<void> {
  const space = seedId('space', 'tilleuls')
  const consent = await plantSpokesperson(db, today)
  const decided = {
    space_id: space,
    versions: '{}',
    prepared_by: demoAccountId('ines'),
    decided_by: demoAccountId('maryse'),
    sent_at: now,
  }
  const spokesperson = household('tilleuls', 3, today)
  await db
    .withSchema('union_space')
    .insertInto('passage')
    .values([
      {
        ...decided,
        id: seedId('passage', 'spokesperson'),
        door: presentSpokesperson.name,
        to_kind: 'desk',
        to_institution_id: seedId('institution', 'toits'),
        consent_ids: [consent],
        projection: JSON.stringify({
          name: spokesperson.name,
          reachBy: 'union',
          reachAt: '',
          estate: 'Résidence des Tilleuls',
        }),
      },
      {
        ...decided,
        id: seedId('passage', 'tally'),
        door: shareTally.name,
        to_kind: 'union',
        to_institution_id: seedId('institution', 'federation'),
        projection: JSON.stringify({
          asOf: today,
          withheld: 2,
          estates: [{ name: 'Résidence des Tilleuls', commune: 'Auvelle', homes: 108, people: 36 }],
        }),
      },
      {
        ...decided,
        id: seedId('passage', 'presentation'),
        door: publishPresentation.name,
        to_kind: 'public',
        to_institution_id: null,
        projection: JSON.stringify({
          title: 'Union des Tilleuls',
          what: 'Nous sommes des locataires des Tilleuls et des Érables. Nous datons les attentes, et nous demandons ensemble.',
          contact: 'bonjour@tilleuls.demo.palier.example',
          estates: ['Résidence des Tilleuls', 'Les Érables'],
        }),
      },
    ])
    .execute()
}

async function plantSpokesperson(db: Database, today: CalendarDay): Promise<string> {
  const { personId } = household('tilleuls', 3, today)
  const id = seedId('consent', personId, 'presented_to_landlord')
  await db
    .withSchema('union_space')
    .insertInto('consent')
    .values({
      space_id: seedId('space', 'tilleuls'),
      id,
      person_id: personId,
      purpose: 'presented_to_landlord',
      wording_version: '2026-11',
      given_on: today,
      recorded_by: demoAccountId('ines'),
    })
    .execute()
  return id
}
