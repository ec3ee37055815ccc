import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openOwner } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { urlOfDatabase } from '../src/db/installation.ts'
import { dataPlace, freePort, type Program, runProgram } from '../tools/testing/program.ts'

const place = dataPlace()
const beside = (name: string): string => join(dirname(place.folder), name)
let site: string
let server: Program
let owner: Database

/** One demonstration, served by the program itself, for all the commands. */
beforeAll(async () => {
  const port = String(await freePort())
  site = `http://localhost:${port}`
  server = runProgram('src/main.ts', { PALIER_DATA: place.folder, PORT: port })
  await server.until('Palier est ouvert')
  const { ownerUrl } = await startEmbedded({ folder: place.folder })
  owner = openOwner(urlOfDatabase(ownerUrl, 'palier_demo'))
})
afterAll(async () => {
  await owner.destroy()
  server.signal('SIGTERM')
  await server.ended()
  place.remove()
})

async function palier(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const given = { PALIER_DATA: place.folder, PUBLIC_URL: site, PALIER_DEMO: '1', ...env }
  const program = runProgram('src/cli.ts', given, args)
  return { code: await program.ended(), said: program.said() }
}

it('explains itself in French and in English, and says what it does not know', async () => {
  const [help, unknown, misspelt, nobody] = await Promise.all([
    palier(['--help']),
    palier(['sauve-tout']),
    palier(['link', '--force']),
    palier(['link']),
  ])
  expect(help.code).toBe(0)
  expect(help.said).toContain('Palier, en ligne de commande')
  expect(help.said).toContain('Palier on the command line')
  for (const command of ['backup', 'restore', 'audit verify', 'link']) expect(help.said).toContain(command)
  expect(unknown.code).toBe(2)
  expect(unknown.said).toContain('ne connaît pas «\u202fsauve-tout\u202f»')
  expect(misspelt.code).toBe(2)
  expect(nobody.code).toBe(2)
})

it('makes a link that opens a session, for somebody; none for nobody', async () => {
  const [made, none] = await Promise.all([
    palier(['link', 'ines@demo.palier.example']),
    palier(['link', 'personne@demo.palier.example']),
  ])
  expect(none).toEqual({ code: 1, said: expect.stringContaining('Personne n’a de compte') as string })
  expect(made.code).toBe(0)
  const link = new URL(/http:\S+/.exec(made.said)?.[0] ?? '')
  expect(link.origin).toBe(site)
  const asked = await fetch(link)
  const form = new URLSearchParams()
  for (const [, name = '', value = ''] of (await asked.text()).matchAll(
    /<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g,
  ))
    form.set(name, value)
  const kept = asked.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const entered = await fetch(new URL('/entrer/lien', site), {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: site, cookie: kept.join('; ') },
  })
  expect(entered.status).toBe(303)
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const today = await fetch(`${site}/aujourdhui`, { headers: { cookie } })
  expect(await today.text()).toContain('Inès Valdour')
})

async function somethingSealed(): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 250) {
    const { rows } = await sql<{ id: string }>`
      select line_id as id from union_space.audit_seal where number = 1 limit 1`.execute(owner)
    if (rows[0]) return rows[0].id
    await sleep(250)
  }
  throw new Error('nothing was ever sealed')
}

it('reads the audit chain again: whole, then altered by the owner of the database, and named', async () => {
  const line = await somethingSealed()
  const whole = await palier(['audit', 'verify'])
  expect(whole.said).toContain('la chaîne est entière')
  expect(whole.code).toBe(0)

  const saysInstead = (verb: string) =>
    sql<{ verb: string }>`update union_space.audit_line set verb = ${verb} where id = ${line}`.execute(owner)
  const { rows } = await sql<{ verb: string }>`
    select verb from union_space.audit_line where id = ${line}`.execute(owner)
  await saysInstead('forged')
  const altered = await palier(['audit', 'verify'])
  await saysInstead(rows[0]?.verb ?? '')
  expect(altered.code).toBe(1)
  expect(altered.said).toMatch(/la ligne 1 n’est plus celle qui a été scellée.*forged/)
})

it('never migrates under a server that runs: a pending migration is said, and still pending', async () => {
  const last = sql<{ name: string }>`
    delete from palier.migration where name = (select max(name) from palier.migration) returning name`
  const name = (await last.execute(owner)).rows[0]?.name ?? ''
  const [link, verify] = await Promise.all([
    palier(['link', 'ines@demo.palier.example']),
    palier(['audit', 'verify']),
  ])
  const there = await sql`select 1 from palier.migration where name = ${name}`.execute(owner)
  await sql`insert into palier.migration (name) values (${name})`.execute(owner)
  for (const { code, said } of [link, verify]) {
    expect(code).toBe(1)
    expect(said).toContain('Démarrez d’abord cette version')
    expect(said).toContain(name)
    expect(said).not.toContain('    at ') // a sentence, not a stack
  }
  expect(there.rows).toEqual([])
})

it('refuses to back up over anything, or to restore over a cluster, and keeps what was there', async () => {
  const [full, file] = [beside('full'), beside('list.txt')]
  mkdirSync(full)
  writeFileSync(join(full, 'letter.txt'), 'keep me')
  writeFileSync(file, 'keep me too')
  const [intoFull, intoFile, nowhere, nothing] = await Promise.all([
    palier(['backup', full]),
    palier(['backup', file]),
    palier(['backup']),
    palier(['backup', beside('of-nothing')], { PALIER_DATA: beside('nothing') }),
  ])
  expect(intoFull).toEqual({ code: 1, said: expect.stringContaining('n’est pas vide') as string })
  expect(intoFile).toEqual({ code: 1, said: expect.stringContaining('est un fichier') as string })
  expect(nowhere.code).toBe(2)
  expect(nothing).toEqual({ code: 1, said: expect.stringContaining('rien à sauvegarder') as string })
  expect(readdirSync(full)).toEqual(['letter.txt'])
  expect(readFileSync(file, 'utf8')).toBe('keep me too')
  expect(readdirSync(dirname(place.folder)).toSorted()).toEqual(['data', 'full', 'list.txt'])
})

it('backs up while it serves; restored elsewhere, tables and rows are named, and the chain is whole', async () => {
  const saved = beside('saved')
  const done = await palier(['backup', saved])
  expect(done.said).toContain('PALIER_SECRET n’y est pas')
  expect(done.code).toBe(0)

  const over = await palier(['restore', saved])
  expect(over).toEqual({ code: 1, said: expect.stringContaining('contient déjà une base') as string })
  expect((await fetch(`${site}/sante`)).status).toBe(200)

  const elsewhere = { PALIER_DATA: beside('elsewhere') }
  const restored = await palier(['restore', saved], elsewhere)
  expect(restored.code).toBe(0)
  const [, tables, rows] = /palier_demo \((\d+) tables, (\d+) lignes\)/.exec(restored.said) ?? []
  expect(Number(tables)).toBeGreaterThan(50)
  expect(Number(rows)).toBeGreaterThan(500)
  const verified = await palier(['audit', 'verify'], elsewhere)
  expect(verified.said).toContain('la chaîne est entière')
  expect(verified.code).toBe(0)
})
