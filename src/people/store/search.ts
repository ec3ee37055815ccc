import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { Search } from '../domain/search-words.ts'

/** How alike a typed word and a known one must be. Measured: every single slip in a name of five letters or more. */
const ALIKE = 0.3
const MOST_FOUND = 30

export type FoundPerson = { readonly id: string; readonly name: string; readonly homeId: string | null }

const whole = (word: string) => sql<boolean>`strpos(p.search_text, ${word}) > 0`
const near = (word: string) => sql<boolean>`directory.word_similarity(${word}, p.search_text) >= ${ALIKE}`
/** A word that begins a name counts most, then one inside it, then one that resembles. */
const score = (word: string) => sql<number>`case when strpos(' ' || p.search_text, ${` ${word}`}) > 0 then 2
  when strpos(p.search_text, ${word}) > 0 then 1 else directory.word_similarity(${word}, p.search_text) end`

/**
 * People whose name holds every word, slips of the finger forgiven, or whose number holds the digits. Row-level security
 * rules the trigram index out (its operators are not leakproof), so the rows of one space are read, and a row is left
 * at its first word that does not fit: README.md has the time.
 */
export async function searchPeople(db: ScopedDb, { words, digits }: Search): Promise<readonly FoundPerson[]> {
  const fits =
    digits === ''
      ? sql.join(
          words.map((word) => sql`(${whole(word)} or ${near(word)})`),
          sql` and `,
        )
      : whole(digits)
  const alike = sql.join(words.map(score), sql` + `)
  const { rows } = await sql<{ id: string; name: string; home_id: string | null }>`
    select found.id, k.name, (
        select o.home_id from occupancy o
        where o.space_id = k.space_id and o.person_id = k.id and o.until_earliest is null
        order by o.id desc limit 1) as home_id
    from (
      select coalesce(p.merged_into, p.id) as id, max(${alike}) as alike
      from person p
      where p.space_id = ${db.actor.spaceId} and ${fits}
      group by 1 order by 2 desc limit ${MOST_FOUND}) found
    join person k on k.space_id = ${db.actor.spaceId} and k.id = found.id
    order by found.alike desc, k.search_text collate "C", k.id`.execute(db.sql)
  return rows.map((row) => ({ id: row.id, name: row.name, homeId: row.home_id }))
}
