import { homeSaid } from '../../places/domain/floors.fr.ts'

type Place = {
  readonly estate: string
  readonly building?: string
  readonly staircase?: string
  readonly home?: { readonly label: string; readonly floor: number }
  readonly address?: string
  readonly commune: string
}

/** Where the trouble is, in one line, for somebody who does not know the place. */
export const placeSaid = (
  { estate, building, staircase, home, address, commune }: Place,
  staircaseWord: string,
): string =>
  [estate, building, staircase && `${staircaseWord} ${staircase}`, home && homeSaid(home), address, commune]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

/** The lines of an envelope: the door, the street, the town. */
export const addressLines = (
  { building, staircase, home, address, commune }: Place,
  staircaseWord: string,
  postcode: string,
): readonly string[] =>
  [
    [building, staircase && `${staircaseWord} ${staircase}`, home && homeSaid(home)]
      .filter(Boolean)
      .join(', '),
    address ?? '',
    `${postcode} ${commune}`.trim(),
  ].filter((line) => line !== '')
