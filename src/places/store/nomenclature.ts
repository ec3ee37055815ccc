import type { ScopedDb } from '../../access/scope.ts'

export type Family = {
  readonly code: string
  readonly label: string
  readonly kinds: readonly { readonly code: string; readonly label: string }[]
}

/** What a demand can be about, family by family, without the codes that were retired. */
export async function listNomenclature(db: ScopedDb): Promise<readonly Family[]> {
  const rows = await db.sql
    .selectFrom('nomenclature')
    .select(['code', 'parent_code', 'label'])
    .where('retired_on', 'is', null)
    .orderBy('label')
    .execute()
  return rows
    .filter((row) => row.parent_code === null)
    .map(({ code, label }) => ({ code, label, kinds: rows.filter((row) => row.parent_code === code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
}
