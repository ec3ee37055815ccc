import type { Database } from '../db/connect.ts'
import { type SpaceKind, schemaOf } from '../db/logins.ts'
import { type CharterEntry, charterRuleOf } from '../deadlines/domain/charter.ts'
import { publishCharter } from '../deadlines/doors.ts'
import type { DeadlineRule } from '../deadlines/domain/rule.ts'
import { calendarDay } from '../kernel/calendar-day.ts'
import { PROMISES_OF_RIVES, PROMISES_OF_TOITS } from './charters.fr.ts'
import { demoAccountId } from './demo-people.ts'
import { type InstitutionKey, seedId, type SpaceKey } from './neighbourhood.ts'

const RECORDED_ON = calendarDay('2026-02-03')
const versionOf = (entry: CharterEntry) => ({
  ...entry,
  id: seedId('charter', entry.title),
  recordedOn: RECORDED_ON,
})

/** The promises of this landlord as this union finds them: published by the landlord, or copied by the union itself. */
export function charterOf(landlord: InstitutionKey, union: SpaceKey): readonly DeadlineRule[] {
  if (landlord === 'toits')
    return PROMISES_OF_TOITS.map((entry) => charterRuleOf(versionOf(entry), 'landlord'))
  if (landlord !== 'rives' || union !== 'canal') return []
  return PROMISES_OF_RIVES.map((entry) => charterRuleOf(versionOf(entry), 'union'))
}

/** One charter that its landlord published, one that a union copied from a booklet. */
export async function plantCharters(db: Database, now: Date): Promise<void> {
  const toits = { kind: 'desk', space: 'toits', landlord: 'toits', by: DESK.prepared } as const
  await plantRules(db, toits, PROMISES_OF_TOITS)
  await plantRules(db, { kind: 'union', space: 'canal', landlord: 'rives', by: UNION }, PROMISES_OF_RIVES)
  await db
    .withSchema('desk_space')
    .insertInto('passage')
    .values({
      space_id: seedId('space', 'toits'),
      id: seedId('passage', publishCharter.name),
      door: publishCharter.name,
      to_kind: publishCharter.to,
      to_institution_id: null,
      projection: JSON.stringify({
        title: 'Charte de service de Toits d’Auvelle',
        rules: PROMISES_OF_TOITS.map(versionOf),
      }),
      consent_ids: [],
      prepared_by: demoAccountId(DESK.prepared),
      decided_by: demoAccountId(DESK.decided),
      sent_at: now,
    })
    .execute()
}

const DESK = { prepared: 'helene', decided: 'patrick' } as const
const UNION = 'salome'

type Writer = {
  readonly kind: SpaceKind
  readonly space: SpaceKey
  readonly landlord: InstitutionKey
  readonly by: string
}

async function plantRules(
  db: Database,
  { kind, space, landlord, by }: Writer,
  entries: readonly CharterEntry[],
) {
  const rows = entries.map((entry) => ({
    space_id: seedId('space', space),
    id: versionOf(entry).id,
    institution_id: seedId('institution', landlord),
    title: entry.title,
    starts_on: entry.startsOn,
    stops_on: [...entry.stopsOn],
    length: entry.length,
    unit: entry.unit,
    families: [...entry.families],
    source_title: entry.source.title,
    source_page: entry.source.page,
    source_on: entry.source.on,
    source_href: entry.source.href,
    note: entry.note,
    valid_from: entry.validFrom,
    recorded_by: demoAccountId(by),
    recorded_at: new Date(`${RECORDED_ON}T09:00:00Z`),
  }))
  await db.withSchema(schemaOf(kind)).insertInto('charter_rule').values(rows).execute()
}
