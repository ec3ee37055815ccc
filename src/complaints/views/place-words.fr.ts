import { homeSaid } from '../../places/domain/floors.fr.ts'
import type { PlacedComplaint } from '../store/complaints.ts'

type Place = Pick<PlacedComplaint, 'estate' | 'building' | 'staircase'> & {
  readonly home?: { readonly label: string; readonly floor: number }
}

/** Where it is, from the door outwards: the door tells lines apart, the estate often does not. */
export const sayPlace = ({ estate, building, staircase, home }: Place): string =>
  [
    ...(home ? [homeSaid(home)] : []),
    ...(staircase === undefined ? [] : [home ? staircase : `parties communes, ${staircase}`]),
    ...(building === undefined ? [] : [staircase === undefined ? `parties communes, ${building}` : building]),
    estate,
  ].join(', ')
