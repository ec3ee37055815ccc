import { foldText } from '../../kernel/fold-text.ts'

/** What was typed to name a place, with the words of the application itself put aside. */
export type PlaceWords = {
  readonly floors: readonly number[]
  readonly doors: readonly string[]
  readonly staircases: readonly string[]
  readonly buildings: readonly string[]
  /** To be found in the door, the staircase, the building, its address or its estate. */
  readonly words: readonly string[]
  /** One home is meant: what its neighbours share would be another answer. */
  readonly isDoor: boolean
}

const MOST_WORDS = 16
const STAIRCASE = ['entree', 'allee', 'cage', 'escalier', 'montee', 'hall']
const BUILDING = ['batiment', 'bat']
const DOOR = ['porte', 'logement', 'appartement', 'appart', 'appt', 'apt']
const EMPTY = ['de', 'des', 'du', 'la', 'le', 'les', 'l', 'd', 'n', 'no', 'numero', 'residence']
export const SIDES = ['gauche', 'droite', 'milieu', 'face']
const ORDINAL = /^(\d{1,2})(?:e|er|ere|eme)$/
const isShort = (word: string): boolean => word.length <= 2 || /^\d/.test(word)

/** «2e étage milieu gauche, entrée 14»: floor 2, staircase 14, milieu, gauche. Undefined when nothing is named. */
export function readPlaceWords(text: string, staircaseWord: string): PlaceWords | undefined {
  const said = foldText(text.slice(0, 200)).replace(/\brez de chaussee\b/g, 'rdc')
  const all = said.split(' ').filter((word) => word !== '' && !EMPTY.includes(word))
  const staircaseWords = [...STAIRCASE, ...foldText(staircaseWord).split(' ')]
  const read = {
    floors: [] as number[],
    doors: [] as string[],
    staircases: [] as string[],
    buildings: [] as string[],
  }
  const words: string[] = []
  for (const [at, word] of all.slice(0, MOST_WORDS).entries()) {
    const [before, after] = [all[at - 1] ?? '', all[at + 1] ?? '']
    const floor = floorOf(word, before, after)
    if (floor !== undefined) read.floors.push(floor)
    else if (word === 'etage' || staircaseWords.includes(word) || BUILDING.includes(word)) continue
    else if (DOOR.includes(word)) continue
    else if (isShort(word) && DOOR.includes(before)) read.doors.push(word)
    else if (isShort(word) && staircaseWords.includes(before)) read.staircases.push(word)
    else if (isShort(word) && BUILDING.includes(before)) read.buildings.push(word)
    else words.push(word)
  }
  const isDoor = read.floors.length + read.doors.length > 0 || words.some((word) => SIDES.includes(word))
  const isNothing = !isDoor && read.staircases.length + read.buildings.length + words.length === 0
  return isNothing ? undefined : { ...read, words, isDoor }
}

function floorOf(word: string, before: string, after: string): number | undefined {
  if (word === 'rdc') return 0
  const [, ordinal] = ORDINAL.exec(word) ?? []
  if (ordinal !== undefined) return Number(ordinal)
  const isFloor = /^\d{1,2}$/.test(word) && (after === 'etage' || before === 'etage')
  return isFloor ? Number(word) : undefined
}
