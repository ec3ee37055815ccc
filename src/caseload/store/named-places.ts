import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { foldText } from '../../kernel/fold-text.ts'
import { staircaseWord } from '../../places/public.ts'

/** Every place that some words name, each at the widest step that holds them all. */
export type NamedPlaces = Readonly<
  Record<'estates' | 'buildings' | 'staircases' | 'homes', readonly string[]>
>

const NOWHERE: NamedPlaces = { estates: [], buildings: [], staircases: [], homes: [] }
/** Words that a page writes beside a name, and that no name holds. */
const SAID_BESIDE = ['entree', 'etage', 'porte', 'logement', 'numero', 'n']
const MOST_WORDS = 8
const MOST_HOMES = 2000
const LEAST_LIKENESS = 0.5
const ACCENTED = 'àâäçéèêëîïôöùûüÿœ’'
const PLAIN = "aaaceeeeiioouuuyo'"

/** «lilas 3e gauche»: the words of a building are found in its name, address and estate, the others on its doors. */
export async function placesNamed(db: ScopedDb, text: string): Promise<NamedPlaces> {
  const said = [...SAID_BESIDE, foldText(await staircaseWord(db))]
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !said.includes(word))
    .slice(0, MOST_WORDS)
  if (words.length === 0) return NOWHERE
  const alike = Map.groupBy(await buildingsMissing(db, words), ({ missing }) => missing.join(' '))
  const whole = idsOf(alike.get('') ?? [])
  alike.delete('')
  const least = Math.min(...[...alike.values()].flatMap(([one]) => one?.missing.length ?? []))
  const [staircases, homes]: [string[], string[]] = [[], []]
  for (const [missing, partly] of alike) {
    if (missing.split(' ').length > (whole.length > 0 ? 1 : least)) continue // doors are read where most words are found
    staircases.push(...(await staircasesNamed(db, idsOf(partly), missing.split(' '))))
    homes.push(...(await homesNamed(db, idsOf(partly), missing.split(' '))))
  }
  return { estates: await estatesNamed(db, words), buildings: whole, staircases, homes }
}

type Found = { readonly id: string }
const idsOf = (rows: readonly Found[]): string[] => rows.map(({ id }) => id)

async function estatesNamed(db: ScopedDb, words: readonly string[]): Promise<string[]> {
  const { rows } =
    await sql<Found>`select e.id from estate e where ${holds(sql`e.search_text`, words, '')}`.execute(db.sql)
  return idsOf(rows)
}

/** Every word is in the text, at the beginning of a word when `before` is a space. */
const holds = (text: RawBuilder<unknown>, words: readonly string[], before: '' | ' ') =>
  sql.join(
    words.map((word) => sql`strpos(${text}, ${before + word}) > 0`),
    sql` and `,
  )

/** Each building with the words that it does not hold, a slip of the finger forgiven. */
async function buildingsMissing(db: ScopedDb, words: readonly string[]) {
  const { rows } = await sql<Found & { readonly missing: readonly string[] }>`
    select b.id, array(
      select w from unnest(${[...words]}::text[]) w
      where strpos(b.search_text, w) = 0 and strpos(e.search_text, w) = 0
        and (length(w) < 4 or directory.word_similarity(w, b.search_text) < ${LEAST_LIKENESS})) as missing
    from building b join estate e on e.id = b.estate_id`.execute(db.sql)
  return rows
}

const plain = (text: RawBuilder<unknown>) => sql`' ' || translate(lower(${text}), ${ACCENTED}, ${PLAIN})`

async function staircasesNamed(db: ScopedDb, buildings: readonly string[], words: readonly string[]) {
  const { rows } = await sql<Found>`
    select s.id from staircase s
    where s.building_id = any(${[...buildings]}::uuid[]) and ${holds(plain(sql`s.name`), words, ' ')}`.execute(
    db.sql,
  )
  return idsOf(rows)
}

/** Doors have few different labels: each is read once, whatever the number of doors that bear it. */
async function homesNamed(db: ScopedDb, buildings: readonly string[], words: readonly string[]) {
  const { rows } = await sql<Found>`
    with said as materialized (
      select s.id as staircase_id, h.label, array_agg(h.id) as ids
      from staircase s join home h on h.staircase_id = s.id and h.space_id = ${db.actor.spaceId}
      where s.building_id = any(${[...buildings]}::uuid[])
      group by s.id, h.label)
    select unnest(said.ids) as id from said join staircase s on s.id = said.staircase_id
    where ${holds(plain(sql`(s.name || ' ' || said.label)`), words, ' ')} limit ${sql.lit(MOST_HOMES)}`.execute(
    db.sql,
  )
  return idsOf(rows)
}
