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
function outside(word: string): Text {
  if (isShort(word)) return whole(sql`p.around`, word)
  if (SIDES.includes(word) || word.length < 4) return begins(sql`p.around`, word)
  return sql`(${begins(sql`p.around`, word)} or directory.word_similarity(${word}, p.outside) >= ${LEAST_LIKENESS})`
}

const onDoor = (word: string): Text => (isShort(word) ? whole(sql`l.door`, word) : begins(sql`l.door`, word))

/**
 * The staircases, the words of each read once, whatever the number of its doors: those of its own name, its building's
 * and what stands outside (address, estate). `here` says for each typed word whether it is found there.
 */
const stairs = ({ staircases, buildings, words }: PlaceWords): Text => sql`
  select p.*, array[${words.length === 0 ? sql`` : sql.join(words.map(outside))}]::boolean[] as here
  from (
    select n.*, n.stair || ' ' || n.house || ' ' || n.outside as around from (
      select s.id, s.name as staircase, b.name as building, e.name as estate, ${plain(sql`s.name`)} as stair,
        ${plain(sql`b.name`)} as house, b.search_text || ' ' || e.search_text as outside
      from staircase s join building b on b.id = s.building_id join estate e on e.id = b.estate_id offset 0) n
    where ${every([...staircases.map((word) => whole(sql`n.stair`, word)), ...buildings.map((word) => whole(sql`n.house`, word))])}
    offset 0) p`

type Found = { readonly id: string }

/** Homes where every word stands, one at least being of the door or of its staircase; the fewest words left over first. */
export async function homesMatching(db: ScopedDb, read: PlaceWords, most: number): Promise<string[]> {
  const { floors, doors, staircases, words } = read
  const inside = words.flatMap((word) => [begins(sql`l.door`, word), whole(sql`s.stair`, word)])
  const isInside = floors.length + doors.length + staircases.length > 0 ? sql`true` : some(inside)
  const left = read.isDoor ? sql`cardinality(string_to_array(l.door, ' '))` : sql`null::int`
  const conditions = [
    ...floors.map((floor) => sql`h.floor = ${floor}`),
    ...doors.map((word) => whole(sql`l.door`, word)),
    ...words.map((word, at) => sql`(s.here[${sql.lit(at + 1)}] or ${onDoor(word)})`),
    isInside,
  ]
  const { rows } = await sql<Found>`
    with stairs as materialized (${stairs(read)}),
    labels as materialized (
      select label, ${plain(sql`label`)} as door from (select distinct label from home where space_id = ${db.actor.spaceId}) one)
    select h.id from home h join labels l on l.label = h.label join stairs s on s.id = h.staircase_id
    where h.space_id = ${db.actor.spaceId} and h.merged_into is null and ${every(conditions)}
    order by ${left}, s.estate collate "fr-x-icu", s.building, s.staircase, h.floor, h.position, h.id
    limit ${sql.lit(most)}`.execute(db.sql)
  return rows.map(({ id }) => id)
}

/** Staircases where every word stands; none when one home is meant. */
export async function staircasesMatching(db: ScopedDb, read: PlaceWords, most: number): Promise<string[]> {
  if (read.isDoor) return []
  const { rows } = await sql<Found>`
    with stairs as materialized (${stairs(read)})
    select s.id from stairs s where true = all(s.here)
    order by s.estate collate "fr-x-icu", s.building, s.staircase limit ${sql.lit(most)}`.execute(db.sql)
  return rows.map(({ id }) => id)
}
