import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type PlaceWords, SIDES } from './place-words.ts'

const ACCENTED = 'àâäçéèêëîïôöùûüÿœ’'
const PLAIN = "aaaceeeeiioouuuyo'"
const LEAST_LIKENESS = 0.5
type Text = RawBuilder<unknown>

/** As words are compared: no accent, sign or ordinal, « rdc » for a ground floor. */
const plain = (text: Text): Text => sql`regexp_replace(regexp_replace(regexp_replace(
  translate(lower(${text}), ${ACCENTED}, ${PLAIN}), '[^[:alnum:]]+', ' ', 'g'), 'rez de chaussee', 'rdc'), '\\m(\\d+)(er|ere|eme|e)\\M', '\\1', 'g')`

const whole = (text: Text, word: string): Text => sql`strpos(' ' || ${text} || ' ', ${` ${word} `}) > 0`
const begins = (text: Text, word: string): Text => sql`strpos(' ' || ${text}, ${` ${word}`}) > 0`
const every = (conditions: readonly Text[]): Text =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)
const some = (conditions: readonly Text[]): Text =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`

const isShort = (word: string): boolean => word.length <= 2 || /^\d/.test(word)

/** A word is whole when short; a long one may be begun, or mistyped in what stands outside. */
function found(word: string): Text {
  if (isShort(word)) return whole(sql`n.everything`, word)
  if (SIDES.includes(word) || word.length < 4) return begins(sql`n.everything`, word)
  return sql`(${begins(sql`n.everything`, word)} or directory.word_similarity(${word}, n.outside) >= ${LEAST_LIKENESS})`
}

const sharedConditions = ({ staircases, buildings, words }: PlaceWords): Text[] => [
  ...staircases.map((word) => whole(sql`n.stair`, word)),
  ...buildings.map((word) => whole(sql`n.house`, word)),
  ...words.map(found),
]

/** The names of a staircase `s`, and of a door when there is one, each read once per row. */
const names = (door: Text): Text => sql`
  cross join lateral (select ${plain(door)} as door, ${plain(sql`s.name`)} as stair, ${plain(sql`b.name`)} as house,
    b.search_text || ' ' || e.search_text as outside offset 0) p
  cross join lateral (select p.*, p.door || ' ' || p.stair || ' ' || p.house || ' ' || p.outside as everything offset 0) n`

type Found = { readonly id: string }

/** Homes where every word stands, one at least being of the door or of its staircase; the fewest words left over first. */
export async function homesMatching(db: ScopedDb, read: PlaceWords, most: number): Promise<string[]> {
  const { floors, doors, staircases, words } = read
  const inside = words.flatMap((word) => [begins(sql`n.door`, word), whole(sql`n.stair`, word)])
  const isInside = floors.length + doors.length + staircases.length > 0 ? sql`true` : some(inside)
  const left = read.isDoor ? sql`cardinality(string_to_array(n.door, ' '))` : sql`null::int`
  const { rows } = await sql<Found>`
    select h.id from home h
    join staircase s on s.id = h.staircase_id join building b on b.id = s.building_id join estate e on e.id = b.estate_id
    ${names(sql`h.label`)}
    where h.space_id = ${db.actor.spaceId} and h.merged_into is null
      and ${every([...floors.map((floor) => sql`h.floor = ${floor}`), ...doors.map((word) => whole(sql`n.door`, word)), ...sharedConditions(read), isInside])}
    order by ${left}, e.name collate "fr-x-icu", b.name, s.name, h.floor, h.position, h.id
    limit ${sql.lit(most)}`.execute(db.sql)
  return rows.map(({ id }) => id)
}

/** Staircases where every word stands; none when one home is meant. */
export async function staircasesMatching(db: ScopedDb, read: PlaceWords, most: number): Promise<string[]> {
  if (read.isDoor) return []
  const { rows } = await sql<Found>`
    select s.id from staircase s
    join building b on b.id = s.building_id join estate e on e.id = b.estate_id
    ${names(sql`''`)}
    where ${every(sharedConditions(read))}
    order by e.name collate "fr-x-icu", b.name, s.name limit ${sql.lit(most)}`.execute(db.sql)
  return rows.map(({ id }) => id)
}
