import type { Sampling } from './event.ts'

/** What a wait that was told at a door adds to a count: days are day numbers, `closed` is STILL_OPEN while it waits. */
export type ToldCase = {
  readonly estateId: string
  readonly familyCode: string
  readonly opened: number
  readonly closed: number
  readonly outcome: number
  /** The day on which somebody stood at the door: nothing shorter could have been seen. */
  readonly seen: number
  readonly sampling: Sampling
  readonly n: number
}

/** A campaign, and how many waits were told in it, counted or not. */
export type ToldCampaign = { readonly id: string; readonly name: string; readonly told: number }
