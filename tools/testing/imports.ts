// Files of cases written for a test, and imports of them as somebody of a space.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Actor, inScope } from '../../src/access/scope.ts'
import { schemaOf } from '../../src/db/logins.ts'
import { calendarDay } from '../../src/kernel/calendar-day.ts'
import { importFile, type ImportWatch } from '../../src/sources/actions/import-file.ts'
import type { SensitiveKind } from '../../src/sources/domain/sensitive-columns.ts'
import type { ImportAsked } from '../../src/sources/domain/import.ts'
import { insertAgreement } from '../../src/sources/store/agreements.ts'
import { insertSource } from '../../src/sources/store/sources.ts'
import type { TestDatabase } from './database.ts'

export const IMPORTED_AT = new Date('2026-11-22T10:00:00Z')

export type FileFolder = { write(name: string, text: string): string; remove(): void }

export function fileFolder(): FileFolder {
  const folder = mkdtempSync(join(tmpdir(), 'palier-imports-'))
  return {
    write: (name, text) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** number, opened, closed, place, category: what a landlord's software exports. */
export type Line = readonly [string, string, string, string?, string?]

export const csvOf = (lines: readonly Line[]): string =>
  [
    'Numero;Ouverture;Cloture;Secteur;Motif',
    ...lines.map((line) => [...line, '', ''].slice(0, 5).join(';')),
  ].join('\n') + '\n'

export const MAP = {
  id: 'Numero',
  opened: 'Ouverture',
  closed: 'Cloture',
  place: 'Secteur',
  category: 'Motif',
} as const

export const asOf = (day: string): ImportAsked['asOf'] => ({ day: calendarDay(day), instant: null })

let names = 0

/** A source of this actor's space under an agreement of the year 2026. */
export function newSource(
  t: TestDatabase,
  actor: Actor,
  { allowed = [], until = '2026-12-31' }: { allowed?: readonly SensitiveKind[]; until?: string } = {},
): Promise<string> {
  return inScope(t.logins, actor, async (db) => {
    const agreementId = await insertAgreement(
      db,
      {
        title: 'Convention d’essai',
        giver: 'Toits d’Auvelle',
        purpose: 'Compter les attentes',
        validFrom: calendarDay('2026-01-01'),
        validUntil: calendarDay(until),
        allowedColumns: allowed,
      },
      IMPORTED_AT,
    )
    return insertSource(db, { name: `Source ${++names}`, agreementId, institutionId: null }, IMPORTED_AT)
  })
}

type Asked = Partial<ImportAsked> & Pick<ImportAsked, 'sourceId' | 'path'>

/** As a page or the command line imports; the whole file, with the map above, known until 1 November 2026. */
export const importAs = (t: TestDatabase, actor: Actor, asked: Asked, watch: Partial<ImportWatch> = {}) =>
  importFile(
    (work) => inScope(t.logins, actor, work),
    { name: 'demandes.csv', scope: 'whole', map: MAP, asOf: asOf('2026-11-01'), ...asked },
    { now: IMPORTED_AT, memoryMb: 256, ...watch },
  )

/** Rows of a table of a source, seen by the owner past every wall, each as one text, in order. */
export async function rowsOf(
  t: TestDatabase,
  actor: Actor,
  table: string,
  sourceId: string,
  columns: string,
): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select concat_ws(' ', ${sql.raw(columns)}) as row from ${sql.id(schemaOf(actor.kind), table)}
    where source_id = ${sourceId} order by 1`.execute(t.owner)
  return rows.map(({ row }) => row)
}

/** Cells whatever the day they are known from: what a fresh import of the same file would hold. */
export async function netCells(t: TestDatabase, actor: Actor, sourceId: string): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select concat_ws(' ', s.place, s.category, c.opened_day, c.closed_day, c.outcome, sum(c.n)) as row
    from ${sql.id(schemaOf(actor.kind), 'source_cell')} c join ${sql.id(schemaOf(actor.kind), 'source_stratum')} s using (space_id, source_id, stratum_id)
    where c.source_id = ${sourceId} group by s.place, s.category, c.opened_day, c.closed_day, c.outcome
    having sum(c.n) <> 0 order by 1`.execute(t.owner)
  return rows.map(({ row }) => row)
}
