import { foldText } from '../../kernel/fold-text.ts'

/**
 * What the addresses of a column point at: a home (a door, a flat, a floor is told), a building (a number and a street),
 * or neither.
 */
export function addressesIn(cells: readonly string[]): 'home' | 'building' | 'none' {
  const read = cells.map(addressOf)
  const share = (kind: 'home' | 'building'): number =>
    read.length === 0 ? 0 : read.filter((one) => one === kind).length / read.length
  if (share('home') >= SOMETIMES) return 'home'
  return share('building') + share('home') >= MOSTLY ? 'building' : 'none'
}

const SOMETIMES = 0.2
const MOSTLY = 0.5

/** «appartement 14», «apt. 3B», «logt 12»: somebody's door, with or without the street. */
const FLAT =
  /\b(?:apts?|appt?|appart|appartement|logt|logement|flat|unit|apartment|chambre|chb) (?:n |no |numero )?(?:[a-z] ?)?\d+ ?[a-z]?\b/
const DOOR = /\bportes? (?:n |no |numero )?(?:[a-z] ?)?\d+\b|\bportes? (?:gauche|droite|face|[a-z])\b/
const FLOOR =
  /\b(?:\d+ ?(?:er|e|eme|ieme|nd|rd|th|st) )(?:etage|etg|et|floor)\b|\b(?:etage|etg|floor) \d+\b|\brdc\b|\brez de chaussee\b/
const PART = /\b(?:bat|batiment|esc|escalier|hall|entree|residence|res|tour|immeuble)\b/

const FRENCH_STREET =
  /\b\d+ ?(?:bis|ter|quater|[a-e])? (?:\d+ )?(?:rue|r|avenue|av|ave|bd|bld|bvd|boulevard|place|pl|allees?|all|impasse|imp|chemin|che|ch|quai|cours|crs|square|sq|route|rte|passage|pass|villa|sentier|sente|esplanade|promenade|mail|ruelle|faubourg|fbg|fg|venelle|rond point|voie|cite|residence|lotissement|hameau|traverse|montee)\b/
const ENGLISH_STREET =
  /^\d+ ?[a-z]?(?: \d+)? (?:[a-z]+ ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|way|place|pl|square|sq|terrace|ter|parkway|pkwy|highway|hwy|circle|cir)\b/

function addressOf(cell: string): 'home' | 'building' | 'none' {
  const words = foldText(cell)
  const hasStreet = FRENCH_STREET.test(words) || ENGLISH_STREET.test(words)
  if (FLAT.test(words)) return 'home'
  if (DOOR.test(words) && (hasStreet || FLOOR.test(words) || PART.test(words))) return 'home'
  if (FLOOR.test(words) && (hasStreet || PART.test(words))) return 'home'
  return hasStreet ? 'building' : 'none'
}
