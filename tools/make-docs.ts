// Writes what is generated: src/db/policies.sql, docs/access.md, docs/deadlines.md, src/db/tables.ts. Tests compare them with their sources.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessPage } from '../src/access/access-page.fr.ts'
import { GRANTS } from '../src/access/grants.ts'
import { policySql } from '../src/access/policy-sql.ts'
import { openOwner } from '../src/db/connect.ts'
import { registerMarkdown } from '../src/deadlines/views/register-markdown.fr.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { readColumns, tablesSource } from './generate-tables.ts'

const write = (path: string, text: string): void => {
  writeFileSync(new URL(`../${path}`, import.meta.url), text)
  console.log(`written: ${path}`)
}

write('src/db/policies.sql', policySql(GRANTS))
write('docs/access.md', accessPage(GRANTS))
write('docs/deadlines.md', registerMarkdown())

const folder = mkdtempSync(join(tmpdir(), 'palier-docs-'))
const embedded = await startEmbedded({ folder, settings: { fsync: 'off' } })
const owner = openOwner(embedded.ownerUrl)
try {
  await migrate(owner, { secret: 'only for generating', prefix: 'palier_docs' })
  write('src/db/tables.ts', tablesSource(await readColumns(owner)))
} finally {
  await owner.destroy()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
