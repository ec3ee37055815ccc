import { foldText } from '../../kernel/fold-text.ts'

const BUILDING = /^(?:batiment|bat) (?=.)/
const STAIRCASE = /^(?:entree|escalier|esc|cage d escalier|cage|montee|allee|hall)s? (?:n |no |numero )?(?=.)/

/** What two spellings of one building share: «Bât. C», «batiment c» and «C». */
export const buildingKey = (name: string): string => foldText(name).replace(BUILDING, '') || name

/** What two spellings of one staircase share: «Entrée 12», «cage 12» and «12». */
export const staircaseKey = (name: string): string => foldText(name).replace(STAIRCASE, '') || name

/** A letter or a number alone gets its word; a name stays as it was written. */
export function buildingName(said: string): string {
  if (BUILDING.test(foldText(said))) return `Bâtiment ${said.replace(/^\S+\s*/, '')}`
  return said.length <= 3 ? `Bâtiment ${said}` : said
}

/** The space's word is said before the name, so the name goes without one. */
export function staircaseName(said: string): string {
  const bare = said.replace(
    /^(?:entrée|entree|escalier|esc\.?|cage(?: d[’']escalier)?|montée|montee|allée|allee|hall)\s+(?=\S)/i,
    '',
  )
  return bare.trim() || said
}
