import { createServer } from 'node:http'
import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { databaseRuns, dataPlace, freePort, type Program, runProgram } from '../tools/testing/program.ts'

const SECRET = 'q7Zr2vX9pLm4Tn8sWk3Yb6Hd1Jc5Gf0A'
let place: ReturnType<typeof dataPlace>
let port: string
let running: Program[]

beforeEach(async () => {
  place = dataPlace()
  port = String(await freePort())
  running = []
})
afterEach(async () => {
  for (const program of running) {
    program.signal('SIGTERM')
    await program.ended()
  }
  place.remove()
})

function start(env: Readonly<Record<string, string>> = {}): Program {
  const program = runProgram('src/main.ts', { PALIER_DATA: place.folder, PORT: port, ...env })
  running.push(program)
  return program
}
const text = async (path: string, init: RequestInit = {}): Promise<string> =>
  (await fetch(`http://localhost:${port}${path}`, init)).text()
const become = async (person: string): Promise<string> => {
  const body = new URLSearchParams({ personne: person })
  const answer = await fetch(`http://localhost:${port}/demo`, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

it('opens an invented neighbourhood, keeps what was written from one start to the next, and stops cleanly', async () => {
  const first = start()
  await first.until('Palier est ouvert')
  expect(first.said()).toContain('Inès Valdour')
  expect(JSON.parse(await text('/sante'))).toEqual({
    status: 'ok',
    database: 'ok',
    version: expect.any(String) as string,
  })
  const cookie = await become('ines')
  first.signal('SIGINT')
  expect(await first.ended()).toBe(0)
  expect(databaseRuns(place.folder)).toBe(false)

  const second = start()
  await second.until('Palier est ouvert')
  expect(await text('/aujourdhui', { headers: { cookie } })).toContain('Union des Tilleuls') // the same session still opens
  second.signal('SIGTERM')
  expect(await second.ended()).toBe(0)
  expect(databaseRuns(place.folder)).toBe(false)
})

it('leaves the database to a second Palier on the same data, and the last one out stops it', async () => {
  const first = start()
  await first.until('Palier est ouvert')
  const other = String(await freePort())
  const second = runProgram('src/main.ts', { PALIER_DATA: place.folder, PORT: other })
  running.push(second)
  await second.until('Palier est ouvert')
  first.signal('SIGTERM')
  expect(await first.ended()).toBe(0)
  expect((await fetch(`http://localhost:${other}/sante`)).status).toBe(200)
  second.signal('SIGTERM')
  expect(await second.ended()).toBe(0)
  expect(databaseRuns(place.folder)).toBe(false)
})

it('outside demonstration starts empty, prints one link, and has no page to become anybody', async () => {
  const program = start({ PALIER_DEMO: '0', PALIER_SECRET: SECRET, PUBLIC_URL: `http://localhost:${port}` })
  await program.until('/premiere-fois?k=')
  expect((await fetch(`http://localhost:${port}/demo`)).status).toBe(404)
  expect(program.said()).not.toContain('Inès')
  const link = /http:\S+premiere-fois\S+/.exec(program.said())?.[0] ?? ''
  expect(await (await fetch(link)).text()).toContain('<form')
})

it.each([
  [{ PALIER_DEMO: '0', PUBLIC_URL: 'http://localhost:3000' }, 'PALIER_SECRET manque', 'no secret'],
  [
    { PALIER_DEMO: '0', PALIER_SECRET: 'changeme', PUBLIC_URL: 'http://localhost:3000' },
    'publiée',
    'a published secret',
  ],
  [
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    'ne devine pas',
    'a server without a word on demonstration',
  ],
  [{ PORT: 'mille' }, 'donnez un nombre', 'a port that is none'],
])('refuses to start with %o', async (env, sentence, _why) => {
  const program = start(env as Record<string, string>)
  expect(await program.ended()).toBe(1)
  expect(program.said()).toContain(sentence)
  expect(program.said()).not.toContain('    at ') // a sentence, not a stack
  expect(databaseRuns(place.folder)).toBe(false)
})

it('says that the port is taken, and leaves no database running', async () => {
  const other = createServer().listen(Number(port), '127.0.0.1')
  const program = start()
  expect(await program.ended()).toBe(1)
  expect(program.said()).toContain(`Le port ${port} est déjà pris`)
  expect(databaseRuns(place.folder)).toBe(false)
  other.close()
})

it('says that a file stands where its folder should be', async () => {
  writeFileSync(place.folder, 'une liste de courses')
  const program = start()
  expect(await program.ended()).toBe(1)
  expect(program.said()).toContain('est un fichier')
})
