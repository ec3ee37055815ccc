import { foldText } from '../../kernel/fold-text.ts'
import { LIMITS } from './staircase-shape.ts'

/** A floor as one says it in a lift: «RdC», «1er étage», «2e sous-sol». */
export function floorName(floor: number): string {
  if (floor === 0) return 'RdC'
  const rank = Math.abs(floor) === 1 ? '1er' : `${Math.abs(floor)}e`
  if (floor === -1) return 'Sous-sol'
  return floor > 0 ? `${rank} étage` : `${rank} sous-sol`
}

/** The label of a door that nobody named. */
export const defaultDoorName = (position: number): string => `porte ${position}`

/** The label a home has until somebody gives it a better one. */
export const defaultHomeLabel = (floor: number, doorName: string): string =>
  `${floorName(floor)}, ${doorName}`

/** Whether a label already says the floor: «3e gauche» and «3e étage, porte 2» do, «porte 302» does not. */
function tellsFloor(label: string, floor: number): boolean {
  const said = foldText(label)
  if (floor === 0) return /^(?:rdc|rez|rc)\b/.test(said)
  if (floor < 0) return /^(?:ss|sous sol|\d+e?r? sous sol)\b/.test(said)
  return new RegExp(`^${floor}(?:er|ere|e|eme|ieme|nd|nde)?(?: etage\\b| \\S)`).test(said)
}

/** A home told from the others of its staircase: its floor, once, and its label. */
export const homeSaid = ({ floor, label }: { readonly floor: number; readonly label: string }): string =>
  tellsFloor(label, floor) ? label : `${floorName(floor)}, ${label}`

const GROUND = /^(?:rdc|r 0|rez de chaussee|rez|rc)$/
const ABOVE = /^(?:r |etage )?(\d{1,4})(?:er|ere|e|eme|ieme|nd|nde)?(?: etage)?$/
const BELOW = /^(?:ss|sous sol|s)(?: (\d{1,2}))?$|^(\d{1,2})(?:er|e|eme|ieme|nd)? (?:sous sols?|ss)$/

/** Reads a floor as people write it in a table: `3`, «3e étage», «R+3», «RdC», `-1`, «sous-sol». Undefined when it is none. */
export function readFloor(text: string): number | undefined {
  const written = text.trim()
  const signed = /^(?:r\s*)?-\s*(\d{1,2})$/i.exec(written.replace(/[\u2212\u2013]/g, '-'))
  if (signed) return withinReach(-Number(signed[1]))
  const folded = foldText(written)
  if (GROUND.test(folded)) return 0
  const above = ABOVE.exec(folded)
  if (above) return withinReach(Number(above[1]))
  const below = BELOW.exec(folded)
  return below ? withinReach(-Number(below[1] ?? below[2] ?? 1)) : undefined
}

const withinReach = (floor: number): number | undefined =>
  floor >= LIMITS.lowestFloor && floor <= LIMITS.highestFloor ? floor + 0 : undefined
