import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type Clause, clausesOf } from './quick-entry-clauses.fr.ts'
import { defaultDoorName } from './floors.fr.ts'
import { checkShape, LIMITS, type ShapeRefusal, type StaircaseShape } from './staircase-shape.ts'

/** What one sentence describes: a building, its staircases, and the one shape they share. */
export type QuickPlan = {
  readonly building: string
  readonly staircases: readonly string[]
  readonly shape: StaircaseShape
}

export const QUICK_LIMITS = { staircases: 40, homes: 2000, characters: 2000 } as const

export type QuickRefusal =
  | ShapeRefusal
  | { readonly because: 'not_understood'; readonly words: string }
  | { readonly because: 'said_twice'; readonly words: string }
  | { readonly because: 'no_building' }
  | { readonly because: 'no_floors' }
  | { readonly because: 'too_many_staircases'; readonly asked: number }
  | { readonly because: 'staircase_twice'; readonly name: string }
  | { readonly because: 'name_too_long'; readonly words: string }
  | { readonly because: 'too_many_labels'; readonly doors: number; readonly labels: number }
  | { readonly because: 'too_many_homes'; readonly asked: number }
  | { readonly because: 'text_too_long' }

type Refused = Result<never, QuickRefusal>
type Said = { building?: string; staircases?: List; doors?: List; lowest?: number; highest?: number }
type List = { count: number | undefined; names: string[] }

/** How many homes the plan makes. */
export const homesOf = ({ staircases, shape }: QuickPlan): number =>
  staircases.length * (shape.highestFloor - shape.lowestFloor + 1) * shape.positions.length

/** Reads «bâtiment C, 3 entrées, R+8, 4 portes par palier : gauche, milieu gauche, milieu droite, droite». */
export function readQuickEntry(text: string): Result<QuickPlan, QuickRefusal> {
  if (text.length > QUICK_LIMITS.characters) return refuse({ because: 'text_too_long' })
  const said = gather(clausesOf(text))
  return said.ok ? planOf(said.value) : said
}

/** Puts the clauses together; a name alone belongs to the list opened before it. */
function gather(clauses: readonly Clause[]): Result<Said, QuickRefusal> {
  const said: Said = {}
  let open: List | undefined
  for (const clause of clauses) {
    if (clause.kind === 'name') {
      if (!said.doors && /^porte /i.test(clause.words)) open = said.doors = { count: undefined, names: [] }
      if (!open) return refuse({ because: 'not_understood', words: clause.words })
      open.names.push(clause.words)
      continue
    }
    if (isSaidAlready(said, clause)) return refuse({ because: 'said_twice', words: clause.words })
    open = note(said, clause)
  }
  return accept(said)
}

function isSaidAlready(said: Said, clause: Clause): boolean {
  if (clause.kind === 'lowest') return said.lowest !== undefined
  if (clause.kind === 'highest') return said.highest !== undefined
  if (clause.kind === 'span') return said.lowest !== undefined || said.highest !== undefined
  return clause.kind !== 'name' && said[clause.kind] !== undefined
}

/** Notes one clause; gives back the list that it opens, if any. */
function note(said: Said, clause: Exclude<Clause, { kind: 'name' }>): List | undefined {
  switch (clause.kind) {
    case 'building':
      said.building = clause.name
      return undefined
    case 'staircases':
    case 'doors':
      said[clause.kind] = { count: clause.count, names: [...clause.names] }
      return said[clause.kind]
    case 'lowest':
    case 'highest':
      said[clause.kind] = clause.floor
      return undefined
    case 'span':
      said.lowest = clause.from
      said.highest = clause.to
      return undefined
  }
}

function planOf(said: Said): Result<QuickPlan, QuickRefusal> {
  const { building, highest } = said
  if (!building) return refuse({ because: 'no_building' })
  if (building.length > 300) return refuse({ because: 'name_too_long', words: building })
  if (highest === undefined) return refuse({ because: 'no_floors' })
  const staircases = namesOfStaircases(said.staircases ?? { count: 1, names: [] })
  if (!staircases.ok) return staircases
  const positions = namesOfDoors(said.doors ?? { count: undefined, names: [] })
  if (!positions.ok) return positions
  const shape = checkShape({
    lowestFloor: said.lowest ?? 0,
    highestFloor: highest,
    positions: positions.value,
  })
  if (!shape.ok) return shape
  const plan = { building, staircases: staircases.value, shape: shape.value }
  const homes = homesOf(plan)
  return homes > QUICK_LIMITS.homes ? refuse({ because: 'too_many_homes', asked: homes }) : accept(plan)
}

function namesOfStaircases({ count, names }: List): Result<string[], QuickRefusal> {
  const asked = count ?? names.length
  if (asked > QUICK_LIMITS.staircases) return refuse({ because: 'too_many_staircases', asked })
  if (asked === 0) return refuse({ because: 'too_many_staircases', asked })
  if (names.length > asked) return tooMany(asked, names.length)
  const all = Array.from({ length: asked }, (_, at) => names[at] ?? String(at + 1))
  const twice = all.find((name, at) => all.indexOf(name) !== at)
  if (twice !== undefined) return refuse({ because: 'staircase_twice', name: twice })
  return withinLength(all)
}

function namesOfDoors({ count, names }: List): Result<string[], QuickRefusal> {
  const asked = count ?? names.length
  if (asked > LIMITS.doorsPerLanding) return refuse({ because: 'too_many_doors', asked })
  if (asked === 0) return refuse({ because: 'no_doors' })
  if (names.length > asked) return tooMany(asked, names.length)
  return withinLength(Array.from({ length: asked }, (_, at) => names[at] ?? defaultDoorName(at + 1)))
}

const tooMany = (doors: number, labels: number): Refused =>
  refuse({ because: 'too_many_labels', doors, labels })

function withinLength(names: string[]): Result<string[], QuickRefusal> {
  const long = names.find((name) => name.length > LIMITS.labelLength)
  return long === undefined ? accept(names) : refuse({ because: 'name_too_long', words: long })
}
