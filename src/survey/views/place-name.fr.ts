import type { Assignment } from '../store/assignments.ts'

/** A staircase told from all others. */
export const placeName = ({ estate, building, staircase }: Assignment['place']): string =>
  `${estate}, ${building}, ${staircase}`
