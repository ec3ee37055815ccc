import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { foldText } from '../../kernel/fold-text.ts'

/** Every place that some words name, each at the widest step that holds them all. */
export type NamedPlaces = Readonly<
  Record<'estates' | 'buildings' | 'staircases' | 'homes', readonly string[]>
>

const MOST_WORDS = 6
const MOST_HOMES = 2000
const ACCENTED = 'àâäçéèêëîïôöùûüÿœ’'
const PLAIN = "aaaceeeeiioouuuyo'"

/** «lilas 3e gauche»: the words of a building are found in its name, address and estate, the others on its doors. */
export async function placesNamed(db: ScopedDb, text: string): Promise<NamedPlaces> {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  if (words.length === 0) return { estates: [], buildings: [], staircases: [], homes: [] }
  const buildings = await buildingsMissing(db, words)
  const whole = buildings.filter(({ missing }) => missing.length === 0).map(({ id }) => id)
  const partly = buildings.filter(({ missing }) => missing.length > 0)
  return {
    estates: await estatesNamed(db, words),
    buildings: whole,
    staircases: await staircasesNamed(db, partly),
    homes: await homesNamed(db, partly),
  }
}

type Partly = { readonly id: string; readonly missing: readonly string[] }

async function estatesNamed(db: ScopedDb, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from estate e
    where not exists (select from unnest(${[...words]}::text[]) w where strpos(e.search_text, w) = 0)`.execute(
    db.sql,
  )
  return rows.map(({ id }) => id)
}

/** Each building with the words that it does not hold, a slip of the finger forgiven. */
async function buildingsMissing(db: ScopedDb, words: readonly string[]): Promise<Partly[]> {
  const { rows } = await sql<Partly>`
    select b.id, array(
      select w from unnest(${[...words]}::text[]) w
      where strpos(b.search_text, w) = 0 and strpos(e.search_text, w) = 0
        and (length(w) < 4 or directory.word_similarity(w, b.search_text) < 0.5)) as missing
    from building b join estate e on e.id = b.estate_id`.execute(db.sql)
  return rows
}

const lists = (partly: readonly Partly[]) => ({
  ids: partly.map(({ id }) => id),
  missing: partly.map(({ missing }) => missing.join(' ')),
})

async function staircasesNamed(db: ScopedDb, partly: readonly Partly[]): Promise<string[]> {
  const { ids, missing } = lists(partly)
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${ids}::uuid[], ${missing}::text[]) as b(id, missing)
    join staircase s on s.building_id = b.id
    where not exists (select from unnest(string_to_array(b.missing, ' ')) w
      where strpos(' ' || translate(lower(s.name), ${ACCENTED}, ${PLAIN}), ' ' || w) = 0)`.execute(db.sql)
  return rows.map(({ id }) => id)
}

async function homesNamed(db: ScopedDb, partly: readonly Partly[]): Promise<string[]> {
  const { ids, missing } = lists(partly)
  const { rows } = await sql<{ id: string }>`
    select h.id from unnest(${ids}::uuid[], ${missing}::text[]) as b(id, missing)
    join staircase s on s.building_id = b.id
    join home h on h.staircase_id = s.id and h.space_id = ${db.actor.spaceId}
    where not exists (select from unnest(string_to_array(b.missing, ' ')) w
      where strpos(' ' || translate(lower(s.name || ' ' || h.label), ${ACCENTED}, ${PLAIN}), ' ' || w) = 0)
    limit ${sql.lit(MOST_HOMES)}`.execute(db.sql)
  return rows.map(({ id }) => id)
}
