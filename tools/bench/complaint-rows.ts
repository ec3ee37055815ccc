// A hundred thousand invented complaints with a million events, in one space: written by SQL, folded by the rebuild.
import { sql } from 'kysely'
import { rowOf, type EventKind } from '../../src/complaints/domain/event-kinds.ts'
import type { Database } from '../../src/db/connect.ts'
import { copyOf, rulesStartedBy } from '../../src/deadlines/public.ts'
import { calendarDay } from '../../src/kernel/calendar-day.ts'
import { demoAccountId } from '../../src/seed/demo-people.ts'
import { seedId } from '../../src/seed/neighbourhood.ts'

export const COMPLAINTS = 100_000
export const SPACE = seedId('space', 'tilleuls')
const BUILDINGS = 100
const TODAY = '2026-11-20'

/** Lives of ten lines each: the day after the telling, and what happened. */
const LIVES: readonly (readonly (readonly [number, EventKind])[])[] = [
  [
    [0, 'first_telling'],
    [3, 'registered'],
    [20, 'reminder'],
    [25, 'promise'],
    [45, 'reminder'],
    [52, 'appointment_missed_by_landlord'],
    [60, 'reminder'],
    [64, 'answer_holding'],
    [90, 'reminder'],
    [91, 'note'],
  ],
  [
    [0, 'first_telling'],
    [1, 'registered'],
    [8, 'answer_substantive'],
    [10, 'work_order'],
    [15, 'visit'],
    [20, 'work_done'],
    [21, 'closed_by_landlord'],
    [24, 'confirmed_gone'],
    [25, 'note'],
    [26, 'note'],
  ],
  [
    [0, 'first_telling'],
    [2, 'registered'],
    [9, 'promise'],
    [30, 'visit'],
    [35, 'closed_by_landlord'],
    [37, 'closure_contested'],
    [50, 'reminder'],
    [51, 'contempt'],
    [70, 'reminder'],
    [71, 'effect'],
  ],
  [
    [0, 'first_telling'],
    [14, 'reminder'],
    [30, 'reminder'],
    [31, 'acknowledged'],
    [60, 'reminder'],
    [61, 'transfer_between_services'],
    [80, 'reminder'],
    [95, 'reminder'],
    [110, 'effect'],
    [130, 'reminder'],
  ],
  [
    [0, 'first_telling'],
    [5, 'registered'],
    [30, 'refusal_without_reasons'],
    [33, 'reminder'],
    [60, 'partial_repair'],
    [61, 'closed_by_landlord'],
    [75, 'reminder'],
    [80, 'promise'],
    [99, 'reminder'],
    [100, 'note'],
  ],
  [
    [0, 'first_telling'],
    [6, 'reminder'],
    [16, 'appointment_missed_by_contractor'],
    [17, 'contempt'],
    [30, 'reminder'],
    [45, 'appointment_missed_by_tenant'],
    [60, 'reminder'],
    [61, 'note'],
    [90, 'given_up'],
    [91, 'note'],
  ],
  [
    [0, 'first_telling'],
    [1, 'registered'],
    [4, 'promise'],
    [12, 'work_done'],
    [13, 'closed_by_landlord'],
    [15, 'confirmed_gone'],
    [90, 'recurrence'],
    [92, 'registered'],
    [100, 'reminder'],
    [120, 'reminder'],
  ],
  [
    [0, 'first_telling'],
    [2, 'acknowledged'],
    [30, 'reminder'],
    [60, 'reminder'],
    [61, 'answer_holding'],
    [90, 'reminder'],
    [120, 'reminder'],
    [121, 'answer_holding'],
    [150, 'reminder'],
    [151, 'effect'],
  ],
]

const LINES = LIVES.flatMap((life, at) =>
  life.map(([day, kind], k) => ({ life: at, k, day, kind, actor: rowOf(kind).actors[0] })),
)

const named = (...parts: readonly unknown[]) =>
  sql`md5(${sql.join(
    parts.map((part) => (typeof part === 'string' ? sql.lit(part) : part)),
    sql` || `,
  )})::uuid`

async function fillPlaces(db: Database): Promise<void> {
  await sql`insert into directory.institution (id, kind, name) values (${named('bench landlord')}, 'landlord', 'Bailleur du banc')`.execute(
    db,
  )
  await sql`insert into directory.estate (id, landlord_id, commune_code, name, search_text)
    select ${named('estate', sql`n`)}, ${named('bench landlord')}, '99101', 'Résidence du Banc ' || n, 'residence du banc ' || n || ' bailleur du banc auvelle 99100'
    from generate_series(1, 20) n`.execute(db)
  await sql`insert into directory.building (id, estate_id, name, address, search_text)
    select ${named('building', sql`n`)}, ${named('estate', sql`(n % 20 + 1)`)}, 'Bâtiment ' || n, n || ' rue du Banc', 'batiment ' || n || ' ' || n || ' rue du banc residence du banc ' || n % 20 + 1
    from generate_series(1, ${BUILDINGS}::int) n`.execute(db)
  await sql`insert into directory.staircase (id, building_id, name, highest_floor, positions)
    select ${named('staircase', sql`n`, '-', sql`s`)}, ${named('building', sql`n`)}, s::text, 8, '{A,B,C,D}'
    from generate_series(1, ${BUILDINGS}::int) n, generate_series(1, 3) s`.execute(db)
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    select ${SPACE}::uuid, ${named('home', sql`n`, '-', sql`h`)}, ${named('staircase', sql`n`, '-', sql`(h / 36 + 1)`)},
      h % 36 / 4, h % 4 + 1, 'porte ' || substr('ABCD', h % 4 + 1, 1)
    from generate_series(1, ${BUILDINGS}::int) n, generate_series(0, 107) h`.execute(db)
}

/** One in ten is about what neighbours share; one in three is Inès's to follow, one in three nobody's. */
async function fillComplaints(db: Database): Promise<void> {
  const [ines, bruno] = [demoAccountId('ines'), demoAccountId('bruno')]
  await sql`
    insert into union_space.complaint (space_id, id, estate_id, building_id, staircase_id, home_id, family_code,
      problem_code, words, assigned_to, follow_up_on, recorded_by, recorded_at)
    select ${SPACE}::uuid, ${named('complaint', sql`n`)}, ${named('estate', sql`(b % 20 + 1)`)}, ${named('building', sql`b`)},
      case when n % 10 > 0 then ${named('staircase', sql`b`, '-', sql`(h / 36 + 1)`)} end,
      case when n % 10 > 0 then ${named('home', sql`b`, '-', sql`h`)} end,
      split_part(code, '.', 1), code, 'Dit à la porte, le soir.',
      case n % 3 when 0 then ${ines}::uuid when 1 then ${bruno}::uuid end,
      case when n % 20 < 3 then date ${sql.lit(TODAY)} + n % 41 - 20 end, ${ines}::uuid, timestamptz '2026-11-01'
    from (select n, n % ${BUILDINGS}::int + 1 as b, n * 31 / ${BUILDINGS}::int % 108 as h, codes[n * 17 % cardinality(codes) + 1] as code
      from generate_series(1, ${COMPLAINTS}::int) n, (select array_agg(code order by code) as codes from directory.nomenclature) c) c`.execute(
    db,
  )
}

async function fillEvents(db: Database): Promise<void> {
  await sql`
    insert into union_space.complaint_event (space_id, id, complaint_id, kind, actor, channel, happened_said,
      happened_earliest, happened_latest, happened_precision, evidence, details, words, interlocutor, recorded_at, recorded_by)
    select ${SPACE}::uuid, ${named(sql`n`, '-', sql`k`)}, ${named('complaint', sql`n`)}, kind, actor, 'phone', '', day, day, 'day', 'declared',
      case kind when 'promise' then jsonb_build_object('promise', jsonb_build_object('what', 'work', 'dueOn', (day + 14)::text))
        when 'contempt' then '{"contempt":"laughed_at"}'::jsonb when 'effect' then '{"effect":"health"}' else '{}' end,
      '', case when k % 4 = 0 then 'La gardienne' else '' end, day + time '10:00' + k * interval '1 minute',
      case when k = 9 and n % 50 = 0 then null else ${demoAccountId('ines')}::uuid end
    from (select n, k, kind, actor,
        least(date ${sql.lit(TODAY)} - n * 7919 % 1100 + day, date ${sql.lit(TODAY)}) as day
      from generate_series(1, ${COMPLAINTS}::int) n
      join jsonb_to_recordset(${JSON.stringify(LINES)}::jsonb) as l(life int, k int, day int, kind text, actor text)
        on l.life = n % ${LIVES.length}::int) e`.execute(db)
}

async function fillDeadlines(db: Database): Promise<void> {
  const rules = rulesStartedBy({
    trigger: 'told',
    family: 'heating',
    on: calendarDay('2026-01-01'),
    charter: [],
  }).slice(0, 3)
  await sql`
    insert into union_space.complaint_deadline (space_id, id, complaint_id, rule_id, rule, started_earliest, started_latest, due_on, stopped_earliest, stopped_latest)
    select ${SPACE}::uuid, ${named('deadline', sql`n`, sql`(r->>'id')`)}, ${named('complaint', sql`n`)}, r->>'id', r, day, day, day + 60,
      case when n % 2 = 0 then day + 20 end, case when n % 2 = 0 then day + 20 end
    from (select n, date ${sql.lit(TODAY)} - n * 7919 % 1100 as day from generate_series(1, ${COMPLAINTS}::int) n) c,
      jsonb_array_elements(${JSON.stringify(rules.map(copyOf))}::jsonb) r`.execute(db)
}

/** Without audit triggers: a million lines of audit are not what is measured. */
export async function fillSpace(owner: Database): Promise<void> {
  await owner.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await fillPlaces(db)
    await fillComplaints(db)
    await fillEvents(db)
    await fillDeadlines(db)
  })
  await sql`analyze`.execute(owner)
}

export const benchBuilding = async (owner: Database): Promise<string> =>
  (await sql<{ id: string }>`select ${named('building', '7')} as id`.execute(owner)).rows[0]?.id ?? ''
