// A union, a staircase of three doors, and a canvasser to whom it was given for these days: what stories of a telephone begin with.
import { sql } from 'kysely'
import { inScope } from '../../src/access/scope.ts'
import { addDays, dayIn } from '../../src/kernel/calendar-day.ts'
import { newId } from '../../src/kernel/ids.ts'
import { homeId } from '../../src/places/domain/home-id.ts'
import { assignStaircase, createCampaign } from '../../src/survey/actions/campaigns.ts'
import type { TestDatabase } from './database.ts'
import { makeMember, makeSpace, secretsOfTests } from './people.ts'

type Member = Awaited<ReturnType<typeof makeMember>>

export type GivenRound = {
  readonly ines: Member
  readonly lena: Member
  readonly campaign: string
  readonly staircase: string
  /** Gives the same staircase to somebody else too. */
  alsoTo(name: string): Promise<Member>
}

export async function givenRound(t: TestDatabase): Promise<GivenRound> {
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const landlord = await makeSpace(t, 'desk', 'Habitat des Coteaux')
  const ines = await makeMember(t, union, 'Inès Marchand', 'organiser', 'officer')
  const staircase = await makeStaircase(t, union.spaceId, landlord.institutionId)
  const now = new Date()
  const [from, to] = [dayIn(now), addDays(dayIn(now), 20)]
  const made = { name: 'Chauffage', startsOn: from, endsOn: to }
  const campaign = await inScope(t.logins, ines.actor, (db) => createCampaign(db, secretsOfTests, made, now))
  const alsoTo = async (name: string): Promise<Member> => {
    const member = await makeMember(t, union, name, 'canvasser')
    await inScope(t.logins, ines.actor, async (db) => {
      const round = { staircaseId: staircase, accountId: member.accountId, from, to, instructions: '' }
      const done = await assignStaircase(db, campaign, round, now)
      if (!done.ok) throw new Error(done.refusal.because)
    })
    return member
  }
  return { ines, lena: await alsoTo('Léna'), campaign, staircase, alsoTo }
}

/** One floor of three doors. */
async function makeStaircase(t: TestDatabase, space: string, landlord: string): Promise<string> {
  const [estate, building, made] = [newId(new Date()), newId(new Date()), newId(new Date())]
  for (const row of [
    sql`insert into directory.commune values ('00000', 'Valmont', '99000')`,
    sql`insert into directory.estate values (${estate}, ${landlord}, '00000', 'Les Tilleuls', 'x')`,
    sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', 'x', 'x')`,
    sql`insert into directory.staircase values (${made}, ${building}, 'Entrée 14', 0, 0, '{A,B,C}')`,
    ...[1, 2, 3].map(
      (position) => sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
        values (${space}, ${homeId(space, made, { floor: 0, position })}, ${made}, 0, ${position}, ${'ABC'[position - 1]})`,
    ),
  ])
    await row.execute(t.owner)
  return made
}
