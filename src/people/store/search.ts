import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { Search } from '../domain/search-words.ts'

/** How alike a typed word and a known one must be. Measured: every single slip in a name of five letters or more. */
const ALIKE = 0.3
export const MOST_FOUND = 30

export type FoundPerson = { readonly id: string; readonly name: string; readonly homeId: string | null }

/**
 * People whose name holds every word, slips of the finger forgiven, or whose number holds the digits. Row-level security
 * rules the trigram index out (its operators are not leakproof), so the rows of one space are read: README.md has the time.
 */
export async function searchPeople(db: ScopedDb, { words, digits }: Search): Promise<readonly FoundPerson[]> {
  const { rows } = await sql<{ id: string; name: string; home_id: string | null }>`
    select found.id, k.name, (
        select o.home_id from occupancy o
        where o.space_id = found.space_id and o.person_id = found.id and o.until_earliest is null
        order by o.id desc limit 1) as home_id
    from (
      select p.space_id, coalesce(p.merged_into, p.id) as id, max(s.alike) as alike
      from person p, lateral (
        select avg(w.alike) as alike, min(w.alike) as least
        from unnest(${words}::text[]) as word,
          lateral (select case when strpos(' ' || p.search_text, ' ' || word) > 0 then 2
                               when strpos(p.search_text, word) > 0 then 1
                               else directory.word_similarity(word, p.search_text) end as alike) w) s
      where p.space_id = ${db.actor.spaceId}
        and (s.least >= ${ALIKE} or (${digits} <> '' and strpos(p.search_text, ${digits}) > 0))
      group by p.space_id, coalesce(p.merged_into, p.id)
      order by alike desc limit ${MOST_FOUND}) found
    join person k on k.space_id = found.space_id and k.id = found.id
    order by found.alike desc, k.name collate "fr-x-icu", k.id`.execute(db.sql)
  return rows.map((row) => ({ id: row.id, name: row.name, homeId: row.home_id }))
}
