import type { Secrets } from '../access/secrets.ts'
import type { Database } from '../db/connect.ts'
import { schemaOf, type SpaceKind } from '../db/logins.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { foldText } from '../kernel/fold-text.ts'
import { demoAccountId, demoEmail, DEMO_PEOPLE } from './demo-people.ts'
import { ESTATES } from './estates.ts'
import { COMMUNES, INSTITUTIONS, seedId, SPACES } from './neighbourhood.ts'
import { plantCampaign } from './plant-campaign.ts'
import { plantCharters } from './plant-charters.ts'
import { plantComplaints } from './plant-complaints.ts'
import { plantHouseholds } from './plant-households.ts'
import { plantPapers } from './plant-papers.ts'
import { plantPassages } from './plant-passages.ts'

/**
 * Plants the invented neighbourhood, whole or not at all.
 * @param today from which its people's dates are told. @param secrets of this installation, for the code it gives.
 */
export async function plantNeighbourhood(
  owner: Database,
  today: CalendarDay,
  now: Date,
  secrets: Secrets,
): Promise<void> {
  await owner.transaction().execute(async (db) => {
    await plantDirectory(db)
    await plantSpaces(db)
    await plantAccounts(db, now)
    await plantHouseholds(db, today)
    await plantCharters(db, now)
    await plantComplaints(db, today, now)
    await plantPapers(db, today, now, secrets)
    await plantPassages(db, today, now)
    await plantCampaign(db, today, now, secrets)
  })
}

async function plantDirectory(db: Database): Promise<void> {
  await db
    .insertInto('commune')
    .values([...COMMUNES])
    .execute()
  const institutions = INSTITUTIONS.map((i) => ({
    id: seedId('institution', i.key),
    kind: i.kind,
    name: i.name,
    parent_id: i.parent ? seedId('institution', i.parent) : null,
  }))
  await db.insertInto('institution').values(institutions).execute()
  for (const e of ESTATES) {
    const estateId = seedId('estate', e.name)
    await db
      .insertInto('estate')
      .values({
        id: estateId,
        landlord_id: seedId('institution', e.landlord),
        commune_code: e.commune,
        name: e.name,
        search_text: foldText(e.name),
      })
      .execute()
    for (const b of e.buildings) await plantBuilding(db, estateId, e.name, b)
  }
}

type Building = (typeof ESTATES)[number]['buildings'][number]

async function plantBuilding(db: Database, estateId: string, estate: string, b: Building): Promise<void> {
  const id = seedId('building', estate, b.name)
  const searchText = foldText(`${estate} ${b.name} ${b.address}`)
  await db
    .insertInto('building')
    .values({ id, estate_id: estateId, name: b.name, address: b.address, search_text: searchText })
    .execute()
  const staircases = b.staircases.map((name) => ({
    id: seedId('staircase', estate, b.name, name),
    building_id: id,
    name,
    highest_floor: b.highest,
    positions: [...b.doors],
  }))
  await db.insertInto('staircase').values(staircases).execute()
}

async function plantSpaces(db: Database): Promise<void> {
  for (const s of SPACES) {
    const id = seedId('space', s.key)
    await db
      .withSchema(schemaOf(s.kind))
      .insertInto('space')
      .values({
        space_id: id,
        id,
        institution_id: seedId('institution', s.key),
        name: s.name,
        staircase_word: s.word,
      })
      .execute()
  }
}

async function plantAccounts(db: Database, now: Date): Promise<void> {
  for (const p of DEMO_PEOPLE) {
    const account = { id: demoAccountId(p.key), email: demoEmail(p.key), name: p.name }
    await db.insertInto('keyring.account').values(account).execute()
    const kind = SPACES.find((s) => s.key === p.space)?.kind satisfies SpaceKind | undefined
    if (!kind) throw new Error(`no space ${p.space}`)
    await db
      .withSchema(schemaOf(kind))
      .insertInto('membership')
      .values(
        p.circles.map((circle) => ({
          space_id: seedId('space', p.space),
          id: seedId('membership', p.key, circle),
          account_id: account.id,
          account_name: p.name,
          account_email: account.email,
          circle,
          since: now,
        })),
      )
      .execute()
  }
}
