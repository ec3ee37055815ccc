import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { foldText } from '../../kernel/fold-text.ts'
import type { Building, Estate } from '../domain/place.ts'
import { estateOf, estatesQuery } from './directory.ts'

/** A place found by its name or its address. */
export type FoundPlace = { readonly estate: Estate; readonly building?: Building }

/** Under this, a word resembles anything; «tileul» for «tilleuls» stays above. */
const LEAST_LIKENESS = 0.5
const MOST = 30

/** How much the words resemble some part of the text: accents are folded away, a typing error costs a little. */
const likeness = (column: 'estate.search_text' | 'building.search_text', folded: string) =>
  sql<number>`greatest(word_similarity(${folded}, ${sql.ref(column)}),
    case when strpos(${sql.ref(column)}, ${folded}) > 0 then 1 else 0 end)`

/** Estates and buildings whose name, landlord, commune or address resembles these words, the closest first. */
export async function searchPlaces(db: ScopedDb, words: string): Promise<FoundPlace[]> {
  const folded = foldText(words).slice(0, 200)
  if (folded === '') return []
  return [...(await searchEstates(db, folded)), ...(await searchBuildings(db, folded))]
}

async function searchEstates(db: ScopedDb, folded: string): Promise<FoundPlace[]> {
  const close = likeness('estate.search_text', folded)
  const rows = await estatesQuery(db)
    .select(close.as('likeness'))
    .where(close, '>=', LEAST_LIKENESS)
    .orderBy('likeness', 'desc')
    .orderBy('estate.name')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ estate: estateOf(row) }))
}

async function searchBuildings(db: ScopedDb, folded: string): Promise<FoundPlace[]> {
  const close = likeness('building.search_text', folded)
  const rows = await estatesQuery(db)
    .innerJoin('building', 'building.estate_id', 'estate.id')
    .select(['building.id as building_id', 'building.name as building_name', 'building.address'])
    .select(close.as('likeness'))
    .where(close, '>=', LEAST_LIKENESS)
    .orderBy('likeness', 'desc')
    .orderBy('building.name')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    estate: estateOf(row),
    building: { id: row.building_id, estateId: row.id, name: row.building_name, address: row.address },
  }))
}
