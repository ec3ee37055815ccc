import type { Keyring } from '../../access/keyring.ts'

export type FamilyLabel = { readonly code: string; readonly label: string }

/** What a demand can be about, a family before what it distinguishes; retired codes keep their label for old rules. */
export async function listFamilyLabels(keyring: Keyring): Promise<readonly FamilyLabel[]> {
  const rows = await keyring.sql.selectFrom('nomenclature').select(['code', 'label', 'parent_code']).execute()
  const labels = new Map(rows.map((row) => [row.code, row.label]))
  return rows
    .map(({ code, label, parent_code }) => ({
      code,
      label: parent_code === null ? label : `${labels.get(parent_code) ?? ''} · ${label}`,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
}

/** Who may have made a charter. */
export function listLandlords(keyring: Keyring): Promise<{ id: string; name: string }[]> {
  return keyring.sql
    .selectFrom('institution')
    .select(['id', 'name'])
    .where('kind', 'in', ['landlord', 'authority'])
    .orderBy('name')
    .limit(1000)
    .execute()
}
