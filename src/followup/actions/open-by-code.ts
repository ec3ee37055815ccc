import type { Keyring } from '../../access/keyring.ts'
import type { Household } from '../../access/scope.ts'
import { giveBackAttempt, tryAttempt } from '../../accounts/public.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { addressBlock } from '../domain/address-block.ts'
import { readFollowUpCode } from '../domain/follow-up-code.ts'
import { findFollowUp } from '../store/codes.ts'
import { hashOfCode } from './codes.ts'

const BLOCK_MINUTES = 15
/** A block of a mobile network holds many households; one mistypes a few times. What opened is not counted. */
const MOST_PER_BLOCK = 30
const HOUR = 60
/** With a hundred thousand live codes, guessing one at this pace takes two centuries. */
const MOST_EVERYWHERE = 6000

type Typed = {
  readonly typed: string
  readonly caller: string
  readonly now: Date
  readonly today: CalendarDay
}
export type Opened = { readonly household: Household; readonly hash: Buffer }

/**
 * What a typed code opens. Whatever was typed, and however often, the same questions are asked in the same order, and
 * the answer is one: it opens, or nothing is said of why it does not.
 */
export async function openByCode(
  keyring: Keyring,
  { typed, caller, now, today }: Typed,
): Promise<Opened | undefined> {
  const [block, everywhere] = [`block:${addressBlock(caller)}`, 'everywhere']
  const fromHere = await tryAttempt(keyring, 'follow_up', block, now, MOST_PER_BLOCK, BLOCK_MINUTES)
  const fromAnywhere = await tryAttempt(keyring, 'follow_up', everywhere, now, MOST_EVERYWHERE, HOUR)
  const code = readFollowUpCode(typed)
  const isTried = fromHere && fromAnywhere && code !== undefined
  const hash = isTried ? hashOfCode(keyring.secrets, code) : keyring.secrets.hash('no-follow-up', typed)
  const household = await findFollowUp(keyring, hash, today)
  await giveBackAttempt(keyring, 'follow_up', household ? block : 'nothing', now)
  return household && { household, hash }
}
