import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openLogins } from './connect.ts'
import { isServing, startEmbedded } from './embedded.ts'
import { visitInstallation } from './installation-visit.ts'
import { type Installation, openInstallation, type Wanted } from './installation.ts'
import { StartRefusal } from './start-refusal.ts'
import { readConfig } from '../web/config.ts'

const place = mkdtempSync(join(tmpdir(), 'palier-installation-'))
const folder = join(place, 'data')
const before = process.env['PALIER_DATA']
const real: Wanted = readConfig({
  PALIER_DEMO: '0',
  PALIER_SECRET: 'q7Zr2vX9pLm4Tn8sWk3Yb6Hd1Jc5Gf0A',
  PUBLIC_URL: 'http://localhost:3000',
})
const demo: Wanted = readConfig({})
let opened: Installation
let tooEarly: { said: string; made: boolean }

chmodSync(place, 0o755) // PostgreSQL's own account passes through it

beforeAll(async () => {
  process.env['PALIER_DATA'] = folder
  tooEarly = { said: await refusalOf(real), made: existsSync(folder) }
  opened = await openInstallation(real)
})
afterAll(async () => {
  await opened.owner.destroy()
  await (await startEmbedded({ folder })).stop()
  if (before === undefined) delete process.env['PALIER_DATA']
  else process.env['PALIER_DATA'] = before
  rmSync(place, { recursive: true, force: true })
})

async function refusalOf(wanted: Wanted): Promise<string> {
  const outcome = await visitInstallation(wanted, async () => 'visited').catch((error: unknown) => error)
  if (outcome instanceof StartRefusal) return outcome.sentence
  return String(outcome)
}

async function askAs(of: Installation, secret: string, prefix: string): Promise<unknown> {
  const logins = openLogins(of.ownerUrl, secret, prefix)
  try {
    return await sql`select 1`.execute(logins.union)
  } finally {
    await logins.close()
  }
}

async function applied(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from palier.migration union all select hash from palier.policies order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

it('a command makes no installation where there is none', () => {
  expect(tooEarly).toEqual({
    said: expect.stringContaining('Démarrez d’abord cette version') as string,
    made: false,
  })
})

it('a command refuses, and changes nothing, while a migration or a policy waits for a start', async () => {
  const whole = await applied(opened.owner)
  const last = whole.findLast((name) => name.endsWith('.sql')) ?? ''
  expect(await refusalOf(real)).toBe('visited')

  await sql`delete from palier.migration where name = ${last}`.execute(opened.owner)
  expect(await refusalOf(real)).toContain(`pas encore à cette version de Palier (${last})`)
  expect(await applied(opened.owner)).toEqual(whole.filter((name) => name !== last))
  await sql`insert into palier.migration (name) values (${last})`.execute(opened.owner)

  const { rows } = await sql<{ hash: string }>`select hash from palier.policies`.execute(opened.owner)
  await sql`update palier.policies set hash = 'older'`.execute(opened.owner)
  expect(await refusalOf(real)).toContain('(policies.sql)')
  expect(await applied(opened.owner)).toContain('older')
  await sql`update palier.policies set hash = ${rows[0]?.hash}`.execute(opened.owner)
  expect(await refusalOf(real)).toBe('visited')
})

it('a command with another secret is refused in words, where a start would have changed the passwords', async () => {
  const other = 'another secret that nobody ever printed'
  const asked = visitInstallation({ ...real, secret: other }, ({ secret }) =>
    askAs(opened, secret, real.rolePrefix),
  )
  await expect(asked).rejects.toThrow('donnez les mêmes réglages')
  await expect(askAs(opened, opened.secret, real.rolePrefix)).resolves.toBeDefined()
})

it('a demonstration opened beside a real installation changes no password under it', async () => {
  expect(await refusalOf(demo)).toContain('palier_demo') // not there yet: said, not made
  const beside = await openInstallation(demo)
  expect(beside.secret).not.toBe(opened.secret)
  await expect(askAs(opened, opened.secret, real.rolePrefix)).resolves.toBeDefined()
  await expect(askAs(beside, beside.secret, demo.rolePrefix)).resolves.toBeDefined()
  await beside.owner.destroy()
})

it('a database made for other roles says which, for a start as for a command', async () => {
  const other = { ...real, rolePrefix: 'other' }
  expect(await refusalOf(other)).toContain('PALIER_ROLES=palier.')
  await expect(openInstallation(other)).rejects.toThrow('PALIER_ROLES=palier.')
  const { rows } = await sql`select 1 from pg_roles where rolname like 'other%'`.execute(opened.owner)
  expect(rows).toEqual([])
})

it('a refused visit, or a refused start, stops the PostgreSQL that it had to start, and no other', async () => {
  expect(await refusalOf({ ...real, rolePrefix: 'other' })).toContain('PALIER_ROLES')
  expect(await isServing(folder)).toBe(true)
  await opened.owner.destroy()
  await opened.embedded?.stop()
  expect(await refusalOf({ ...real, rolePrefix: 'other' })).toContain('PALIER_ROLES')
  expect(await isServing(folder)).toBe(false)
  await expect(openInstallation({ ...real, rolePrefix: 'other' })).rejects.toThrow('PALIER_ROLES')
  expect(await isServing(folder)).toBe(false)
  opened = await openInstallation(real)
  expect(opened.applied).toEqual([])
})
