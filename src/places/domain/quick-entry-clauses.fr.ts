import { typedText } from '../../kernel/typed-text.ts'

/** One thing said in a quick entry. A `name` continues the list that was opened before it. */
export type Clause = { readonly words: string } & (
  | { readonly kind: 'building'; readonly name: string }
  | {
      readonly kind: 'staircases' | 'doors'
      readonly count: number | undefined
      readonly names: readonly string[]
    }
  | { readonly kind: 'lowest' | 'highest'; readonly floor: number }
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  | { readonly kind: 'name' }
)

/** A piece of the text as typed, and the same letters without case or accent: same length, so cuts agree. */
type Piece = { readonly words: string; readonly plain: string }

const NUMBERS = 'un une deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ')
const COUNT = `(?:\\d{1,6}|${NUMBERS.join('|')})`
const STAIRCASE = `(?:cages?(?: d.escaliers?)?|entrees?|montees?|allees?|escaliers?|halls?)`
const DOOR = `(?:portes?|logements?|appartements?|apparts?)`
const PER_LANDING = `(?: (?:par|a chaque|sur chaque) (?:palier|etage|niveau))?`
const BUILDING = `(?:batiment|bat\\.?|immeuble|tour|bloc|barre|residence)`
const NTH = `(?:er|ere|e|eme|ieme|nd)?`

/** Where a new clause begins even without a comma before it. */
const BEGINNING = new RegExp(
  `(?<![\\p{L}\\p{N}+-])(?=${COUNT} (?:${STAIRCASE}|${DOOR}|etages?|niveaux?|sous[- ]sols?)(?![\\p{L}])|r ?[+-] ?\\d|(?<!${COUNT} )(?:entrees|montees|allees|cages|escaliers) \\S)`,
  'gu',
)

export function clausesOf(text: string): Clause[] {
  const words = typedText(text).replace(/\n+/g, ',').replace(/\s/g, ' ')
  return cut({ words, plain: plainOf(words) }).flatMap(clauseOf)
}

/** Letter for letter, so that what is found in the plain text is cut out of the text as typed. */
function plainOf(words: string): string {
  return words
    .split('')
    .map((unit) => unit.normalize('NFD').charAt(0).toLowerCase().charAt(0))
    .join('')
}

function cut({ words, plain }: Piece): Piece[] {
  const marks = [...plain.matchAll(BEGINNING)].map(({ index }) => ({ at: index, skip: 0 }))
  const signs = [...plain.matchAll(/[,;:]/g)].map(({ index }) => ({ at: index, skip: 1 }))
  const cuts = [...marks, ...signs].toSorted((a, b) => a.at - b.at)
  const starts = [0, ...cuts.map(({ at, skip }) => at + skip)]
  const ends = [...cuts.map(({ at }) => at), words.length]
  return starts.map((start, i) => trimmed(words, plain, start, ends[i] ?? words.length))
}

function trimmed(words: string, plain: string, start: number, end: number): Piece {
  const piece = words.slice(start, end)
  const lead =
    /^[\s.]*(?:(?:et|avec|de|chacune?|dont)(?= ))?[\s.]*/.exec(plain.slice(start, end))?.[0].length ?? 0
  const tail =
    /[\s.]*(?: (?:et|avec|de|chacune?))?[\s.]*$/.exec(plain.slice(start + lead, end))?.[0].length ?? 0
  const to = piece.length - tail
  return { words: piece.slice(lead, to), plain: plain.slice(start + lead, start + to) }
}

const READERS: readonly ((piece: Piece) => Clause | undefined)[] = [floors, building, staircases, doors]

function clauseOf(piece: Piece): Clause[] {
  if (piece.plain === '' || /^(?:par|a chaque|sur chaque) (?:palier|etage|niveau)$/.test(piece.plain))
    return []
  for (const read of READERS) {
    const clause = read(piece)
    if (clause) return [clause]
  }
  return namesIn(piece).map((words) => ({ kind: 'name', words }))
}

function building({ words, plain }: Piece): Clause | undefined {
  const found = new RegExp(`^(?:le |la |l.)?(${BUILDING}) +(\\S.*)$`).exec(plain)
  if (!found?.[1] || !found[2]) return undefined
  const name = words.slice(words.length - found[2].length).trim()
  const said = words.slice(words.length - found[0].length, words.length - found[2].length).trim()
  const kind = found[1].startsWith('bat') ? 'Bâtiment' : capital(said.split(' ').at(-1) ?? said)
  return { kind: 'building', words, name: `${kind} ${name}` }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

function floors({ words, plain }: Piece): Clause | undefined {
  const span = new RegExp(`^du (\\d{1,6})${NTH}(?: etage)? au (\\d{1,6})${NTH}(?: etage)?$`).exec(plain)
  if (span) return { kind: 'span', words, from: Number(span[1]), to: Number(span[2]) }
  const above = /^r ?\+ ?(\d{1,6})$/.exec(plain) ?? new RegExp(`^(${COUNT}) etages?$`).exec(plain)
  if (above) return { kind: 'highest', words, floor: countIn(above[1]) }
  if (/^(?:de )?plain[- ]pied$|^(?:rdc|rez[- ]de[- ]chaussee)(?: seul(?:ement)?)?$/.test(plain))
    return { kind: 'highest', words, floor: 0 }
  if (/^(?:sans|pas de logements? (?:au|en)) (?:rdc|rez[- ]de[- ]chaussee)$/.test(plain))
    return { kind: 'lowest', words, floor: 1 }
  const below =
    /^r ?- ?(\d{1,6})$/.exec(plain) ?? new RegExp(`^(${COUNT}) (?:niveaux? de )?sous[- ]sols?$`).exec(plain)
  return below ? { kind: 'lowest', words, floor: -countIn(below[1]) } : undefined
}

function staircases(piece: Piece): Clause | undefined {
  return listOf(
    'staircases',
    piece,
    new RegExp(`^(?:(${COUNT}) )?${STAIRCASE}(?: (?:numeros?|nos?|n°) ?)?(?: +(\\S.*))?$`),
  )
}

function doors(piece: Piece): Clause | undefined {
  return listOf('doors', piece, new RegExp(`^(?:(${COUNT}) )?${DOOR}${PER_LANDING}(?: +(\\S.*))?$`))
}

function listOf(kind: 'staircases' | 'doors', { words, plain }: Piece, shape: RegExp): Clause | undefined {
  const found = shape.exec(plain)
  if (!found) return undefined
  // «porte 3» alone is a label, not a list of doors.
  if (kind === 'doors' && found[1] === undefined && found[2] !== undefined) return undefined
  const rest = found[2] ?? ''
  const names = namesIn({ words: words.slice(words.length - rest.length), plain: rest })
  return { kind, words, count: found[1] === undefined ? undefined : countIn(found[1]), names }
}

/** «A, B et C» are three names; «1 à 4» are four. */
function namesIn({ words, plain }: Piece): string[] {
  if (plain === '') return []
  const range = /^(\d{1,3}) a (\d{1,3})$/.exec(plain)
  const [from, to] = [Number(range?.[1]), Number(range?.[2])]
  if (range && to > from && to - from < 100)
    return Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  return words
    .split(/ et |(?<!<)\//)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function countIn(text = ''): number {
  const said = NUMBERS.indexOf(text)
  if (said < 0) return Number(text)
  return said < 2 ? 1 : said
}
