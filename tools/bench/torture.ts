// A telephone to which everything happens, for ten thousand events: none lost, none twice.
import { chanceOf } from '../testing/chance.ts'
import { EVENTS_OF_A_KNOCK } from '../testing/torture.ts'
import { torturedSurvey } from '../testing/tortured-survey.ts'
import type { BenchRow } from './row.ts'

const KNOCKS = 3334
const EVERY = 250

export async function benchTorture(): Promise<BenchRow[]> {
  const { acknowledged, held, receipts, kills } = await torturedSurvey(KNOCKS, EVERY, chanceOf(20_261_124))
  const ids = new Set(held.map(({ id }) => id))
  const lost =
    Math.max(0, acknowledged * EVENTS_OF_A_KNOCK - ids.size) + receipts.filter((id) => !ids.has(id)).length
  const killed = `${kills.browser} kills of the browser, ${kills.server} of the program`
  const of = `At the door, a phone tortured for ${ids.size.toLocaleString('en')} events, ${killed}`
  return [none(`${of}: lost`, lost), none(`${of}: doubled`, held.length - ids.size)]
}

const none = (what: string, count: number): BenchRow => ({
  what,
  measured: String(count),
  limit: '0',
  ratio: null,
  ok: count === 0,
  command: 'npm run bench -- torture',
})
