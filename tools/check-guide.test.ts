// The guide sends people to pages and files: each must be there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from './testing/database.ts'
import { testApp } from './testing/people.ts'

const ROOT = resolve(import.meta.dirname, '..')
const GUIDE = 'docs/guide'

/** Every page of prose, by its path from the root. */
function pages(): string[] {
  const below = ['src', 'docs', 'tools'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)),
  )
  return [...readdirSync(ROOT), ...below].filter((path) => path.endsWith('.md'))
}

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** Where the links and images of a page lead, those to other sites and to a heading of the page left out. */
const linksOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, href = '']) => href)
    .filter((href) => !/^(?:[a-z]+:|#)/.test(href))
    .map((href) => href.replace(/#.*$/, ''))

/** Addresses named as one opens them: `/lieux/decompte`; paths of the server's disk name themselves by their first folder. */
const addressesOf = (text: string): string[] =>
  [...text.matchAll(/`(\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/^\/(?:var|chemin|archives|sauvegardes|ancien)\b/.test(path))

let t: TestDatabase
let known: readonly RegExp[]
beforeAll(async () => {
  t = await testDatabase()
  const config = {
    demo: true,
    oidc: { issuer: new URL('https://identite.exemple.org'), clientId: 'essai', clientSecret: 'essai' },
  }
  known = testApp(t, config)
    .routes.filter(({ method }) => method === 'GET')
    .map(({ path }) => new RegExp(`^${path.replace(/:[a-z]+(?:\{[^/]*\})?/g, '[^/]+')}$`))
})
afterAll(() => t.stop())

const answers = (path: string): boolean => known.some((route) => route.test(path))

it.each(pages())('%s leads only to files that are there', (page) => {
  const lost = linksOf(textOf(page)).filter((href) => !existsSync(resolve(ROOT, dirname(page), href)))
  expect(lost).toEqual([])
})

it.each(pages().filter((page) => page.startsWith(GUIDE)))('%s names only pages that open', (page) => {
  expect(addressesOf(textOf(page)).filter((path) => !answers(path))).toEqual([])
})

it('would see a lost link and a page that does not open', () => {
  const text = '[là](absent.md#ici), [ailleurs](https://exemple.org), `/lieux/nulle-part`, `/lieux`, `[x](y)`'
  expect(linksOf(text)).toEqual(['absent.md'])
  expect(addressesOf(text).filter((path) => !answers(path))).toEqual(['/lieux/nulle-part'])
})

it('is read by role: every page of the guide is in its table of contents', () => {
  const named = new Set(linksOf(textOf(`${GUIDE}/README.md`)))
  const others = readdirSync(join(ROOT, GUIDE)).filter((file) => file.endsWith('.md') && file !== 'README.md')
  expect(others.filter((file) => !named.has(file))).toEqual([])
  expect(others.length).toBeGreaterThan(5)
})

it('every decision is in the index', () => {
  const index = textOf('docs/decisions/README.md')
  const records = readdirSync(join(ROOT, 'docs/decisions')).filter((file) => /^\d{4}-/.test(file))
  expect(records.filter((file) => !index.includes(`](${file})`))).toEqual([])
})
