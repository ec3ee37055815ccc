import { withheldPlace } from '../../measure/disclosure.ts'

/** What a union knows of one estate, in exact numbers: these stay inside. */
export type EstateCount = {
  readonly id: string
  readonly name: string
  readonly commune: string
  readonly homes: number
  readonly households: number
  readonly people: number
}

/** What leaves: estates large enough and met enough, and how many were withheld. No sum, or one could subtract. */
export type Tally = {
  readonly asOf: string
  readonly estates: readonly {
    readonly name: string
    readonly commune: string
    readonly homes: number
    readonly people: number
  }[]
  readonly withheld: number
}

export const isTold = ({ homes, households }: EstateCount): boolean =>
  withheldPlace({ kind: 'estate', homes, households }) === undefined

export function tallyOf(counts: readonly EstateCount[], asOf: string): Tally {
  const told = counts.filter(isTold)
  const estates = told.map(({ name, commune, homes, people }) => ({ name, commune, homes, people }))
  return { asOf, estates, withheld: counts.length - told.length }
}
