import type { Form } from '../../instruments/domain/form.ts'
import type { Outcome } from './outcomes.ts'

/** What a phone takes with it for the day: where to knock, with what keys and questions. No name. */
export type Pack = {
  readonly v: 1
  readonly space: { readonly id: string }
  readonly campaigns: readonly PackCampaign[]
  /** By `formVersion`. */
  readonly forms: Readonly<Record<string, Form>>
}

export type PackCampaign = {
  readonly id: string
  readonly name: string
  /** What is asked there: a key of `forms`. */
  readonly form: string | null
  /** The public half (`publicKeyOf`); the other half never leaves the server. */
  readonly key: { readonly id: string; readonly publicKey: string }
  readonly assignments: readonly PackAssignment[]
}

export type PackAssignment = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly instructions: string
  readonly staircase: PackStaircase
}

export type PackStaircase = {
  readonly id: string
  readonly estate: string
  readonly building: string
  readonly label: string
  readonly doors: readonly PackDoor[]
}

export type PackDoor = {
  readonly id: string
  readonly floor: number
  readonly position: number
  readonly label: string
  readonly last: LastVisit | null
}

export type LastVisit = {
  readonly outcome: Outcome
  readonly on: string
  readonly comeBackOn: string | null
}
