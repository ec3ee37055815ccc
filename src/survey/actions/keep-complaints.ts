import { type Actor, inScope, type ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { eraseComplaint } from '../../complaints/public.ts'
import type { Logins } from '../../db/connect.ts'
import { type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Visit } from '../domain/fold-visits.ts'
import type { ToldVisit } from '../domain/told-visits.ts'
import { toldVisits } from '../domain/told-visits.ts'
import type { ToldWait } from '../domain/told-waits.ts'
import {
  forgetTold,
  holdersOf,
  isUntouched,
  markTold,
  type ToldComplaint,
  toldComplaints,
  writeTold,
} from '../store/told-complaints.ts'
import type { CampaignKey } from '../store/unsealing.ts'
import { keepCode, openWait } from './open-wait.ts'

type Keeping = { readonly logins: Logins; readonly secrets: Secrets; readonly now: Date }
type Turn = Keeping & { readonly campaignId: string; readonly today: CalendarDay }

/** One complaint per wait of each closed visit whose household agreed; again, nothing; corrected or withdrawn, as told. */
export async function keepComplaints(
  { logins, secrets, now }: Keeping,
  campaign: CampaignKey,
  visits: readonly Visit[],
): Promise<void> {
  const today = dayIn(now)
  const known = Map.groupBy(await toldComplaints(logins.system, campaign), nameOf)
  const holders = await holdersOf(logins.system, campaign.spaceId)
  const turn = { logins, secrets, now, today, campaignId: campaign.campaignId }
  const standing = toldVisits(visits, { startsOn: campaign.startsOn, today })
  const gone = goneOf(known, standing, today)
  for (const visit of [...standing, ...gone]) {
    const actor = holders.get(visit.by)
    if (actor && !visit.isOpen)
      await keepVisit(turn, actor, visit, known.get(nameOf({ ...visit, visit: visit.id })) ?? [])
  }
}

const nameOf = ({ device, visit }: { readonly device: string; readonly visit: string }): string =>
  `${device} ${visit}`

/** Visits that opened something and are told no more: their phone took them back whole. */
const goneOf = (
  known: ReadonlyMap<string, readonly ToldComplaint[]>,
  standing: readonly ToldVisit[],
  on: CalendarDay,
): readonly ToldVisit[] => {
  const still = new Set(standing.map(({ device, id }) => nameOf({ device, visit: id })))
  return [...known].flatMap(([name, [first]]) =>
    first && !still.has(name)
      ? [
          {
            device: first.device,
            id: first.visit,
            door: '',
            by: first.device,
            isOpen: false,
            isKept: true,
            on,
            waits: [],
          },
        ]
      : [],
  )
}

/** All that one visit changes, or nothing: a job that dies goes on from the next visit. */
async function keepVisit(
  turn: Turn,
  actor: Actor,
  visit: ToldVisit,
  known: readonly ToldComplaint[],
): Promise<void> {
  const prints = new Map(visit.waits.map((wait) => [wait.rank, canonicalHash(turn.secrets, wait)]))
  const left = known.filter(({ rank, differs }) => !prints.has(rank) && !(differs && visit.isKept))
  const changed = visit.waits.filter(
    (wait) =>
      !isAsKept(
        visit,
        known.find(({ rank }) => rank === wait.rank),
        prints.get(wait.rank),
      ),
  )
  if (left.length === 0 && changed.length === 0) return
  await inScope(turn.logins, actor, async (db) => {
    for (const line of left) await takeBack(db, turn, line, !visit.isKept)
    for (const wait of changed) {
      const line = known.find(({ rank }) => rank === wait.rank)
      await keepWait(db, turn, { visit, wait, line, told: prints.get(wait.rank) ?? '' })
    }
  })
}

/** A wait is known by a keyed print: what was said cannot be guessed from it. */
const canonicalHash = (secrets: Secrets, wait: ToldWait): string =>
  secrets.hash('survey-wait', canonicalJson(JSON.parse(JSON.stringify(wait)))).toString('hex')

/** The first wait of a visit holds its code. What was refused is tried again: the door may have become a home since. */
function isAsKept(
  { waits, code }: ToldVisit,
  line: ToldComplaint | undefined,
  told: string | undefined,
): boolean {
  if (!line || line.refusal !== undefined) return false
  const wantsCode = code !== undefined && waits[0]?.rank === line.rank && !line.hasCode
  if (wantsCode && line.complaintId !== undefined) return false
  return line.complaintId === undefined || line.differs || line.told === told
}

/** @returns whether the complaint went; one that somebody worked on goes only with the household's agreement. */
async function takeBack(
  db: ScopedDb,
  { campaignId }: Turn,
  line: ToldComplaint,
  isWithdrawn: boolean,
): Promise<boolean> {
  const { complaintId, openedAt } = line
  if (complaintId !== undefined) {
    const mayGo = isWithdrawn || (await isUntouched(db, complaintId, openedAt))
    const erased = mayGo && (await eraseComplaint(db, complaintId)).ok
    if (!erased) {
      await markTold(db, { ...line, campaignId }, { differs: true })
      return false
    }
  }
  await forgetTold(db, { ...line, campaignId })
  return true
}

type Telling = {
  readonly visit: ToldVisit
  readonly wait: ToldWait
  readonly line: ToldComplaint | undefined
  readonly told: string
}

async function keepWait(db: ScopedDb, turn: Turn, { visit, wait, line, told }: Telling): Promise<void> {
  const isCorrected = line?.complaintId !== undefined && line.told !== told && !line.differs
  const isSame = line?.complaintId !== undefined && !isCorrected
  if (isSame) {
    const hasCode = await keepCode(db, turn, visit, wait, line.complaintId)
    if (hasCode) await markTold(db, { ...line, campaignId: turn.campaignId }, { has_code: true })
    return
  }
  if (isCorrected && !(await takeBack(db, turn, line, false))) return
  const opened = await openWait(db, turn, visit, wait)
  const hasCode = 'complaintId' in opened && (await keepCode(db, turn, visit, wait, opened.complaintId))
  const { device, id, door } = visit
  const became = { complaintId: undefined, refusal: undefined, ...opened }
  await writeTold(
    db,
    turn.campaignId,
    { device, visit: id, door, rank: wait.rank, told, hasCode, ...became },
    turn.now,
  )
}
