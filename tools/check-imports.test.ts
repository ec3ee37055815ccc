import { describe, expect, it } from 'vitest'
import { checkImports, stepOf } from './check-imports.ts'

function problems(files: Record<string, string>): string[] {
  return checkImports(new Map(Object.entries(files))).map(
    ({ path, line, problem }) => `${path}:${line}: ${problem}`,
  )
}

const takes = (...from: string[]) => from.map((one) => `import { x } from '${one}'\n`).join('')

it('finds nothing in a good house', () => {
  const good = {
    'src/kernel/ids.ts': takes('./result.ts'),
    'src/measure/survival.ts': takes('../kernel/result.ts'),
    'src/places/domain/home.ts': takes('../../kernel/ids.ts', '../../measure/survival.ts'),
    'src/places/store.ts': takes('kysely', '../access/scope.ts', './domain/home.ts'),
    'src/places/public.ts':
      "export {\n  x,\n  y,\n} from './store.ts'\nexport type { Z } from './domain/home.ts'\n",
    'src/people/domain/person.ts': takes('../../places/domain/home.ts'),
    'src/people/store/search.ts': takes('kysely', '../../places/public.ts'),
    'src/people/actions.ts': takes(
      './store/search.ts',
      '../places/public.ts',
      '../mail/send.ts',
      './words.fr.ts',
    ),
    'src/people/routes.tsx': takes('./views/person.tsx', './actions.ts', '../ui/layout.tsx', 'hono'),
    'src/people/routes.test.tsx': takes('../web/app.ts', '../../tools/testing/as.ts'),
    'src/mail/store.ts': takes('kysely', '../access/scope.ts'),
    'src/access/grants.ts': takes('../people/domain/person.ts', 'kysely'),
    'src/db/connect.ts': takes('pg', 'kysely', 'node:fs'),
    'src/web/app.ts': takes('../people/routes.tsx', '../people/public.ts', 'hono'),
    'src/main.ts': takes('./web/app.ts', './db/connect.ts', './people/jobs.ts'),
    'tools/check.ts': takes('../src/main.ts'),
  }
  expect(problems(good)).toEqual([])
})

describe('each rule fails on a bad house', () => {
  it.each([
    ['src/kernel/day.ts', 'node:crypto', '« node:crypto » in a pure room', 'pure rooms run on a phone too'],
    ['src/measure/bands.ts', 'd3-scale', '« d3-scale » in a pure room', 'no package in measure'],
    ['src/places/domain/home.ts', 'kysely', '« kysely » in a pure room', 'no SQL in a domain'],
    [
      'src/places/domain/home.ts',
      '../store.ts',
      'domain imports store, which stands above it',
      'domain decides',
    ],
    ['src/kernel/day.ts', '../measure/a.ts', 'kernel imports measure, which stands above it', 'the ground'],
    ['src/places/actions.ts', 'kysely', '« kysely » outside a store', 'SQL in an action'],
    ['src/web/app.ts', 'pg', '« pg » outside a store', 'SQL in the web'],
    ['src/places/routes.tsx', 'kysely/helpers', '« kysely/helpers » outside a store', 'a part of Kysely'],
    ['src/waits/store.ts', '@duckdb/node-api', '« @duckdb/node-api » outside engine/', 'DuckDB in a store'],
    ['src/survey/client/outbox.ts', 'node:fs', '« node:fs » in an island', 'a browser has no disk'],
    [
      'src/places/store.ts',
      '../people/public.ts',
      'places imports people, which comes after it',
      'a later noun',
    ],
    [
      'src/people/actions.ts',
      '../places/store.ts',
      'reaches inside places (« src/places/store.ts »)',
      'not the door',
    ],
    [
      'src/people/domain/a.ts',
      '../../places/public.ts',
      'domain imports public, which stands above it',
      'pure',
    ],
    [
      'src/web/app.ts',
      '../places/store.ts',
      'reaches inside places (« src/places/store.ts »)',
      'even the web',
    ],
    ['src/ui/layout.tsx', '../people/domain/a.ts', 'ui imports a noun', 'ui knows no noun'],
    [
      'src/places/store.ts',
      './views/home.tsx',
      'store imports views, which stands above it',
      'a store shows nothing',
    ],
    [
      'src/places/actions.ts',
      '../ui/layout.tsx',
      'actions imports ui, which stands above it',
      'nor an action',
    ],
    ['src/places/routes.tsx', '../web/app.ts', 'routes imports web, which stands above it', 'types too'],
    [
      'src/web/app.ts',
      '../../tools/house.ts',
      'the product imports « tools/house.ts »',
      'tools are not shipped',
    ],
    ['src/web/app.ts', './app.test.ts', 'imports a test', 'tests are not shipped'],
    ['src/web/app.ts', '../services/a.ts', 'no place in the order', 'an unknown room'],
  ])('%s takes %s: %s (%s)', (path, from, problem) => {
    expect(problems({ [path]: takes(from) })).toEqual([`${path}:1: ${problem}`])
  })

  it('tells two rooms that import each other', () => {
    const cycle = { 'src/documents/a.ts': takes('../mail/a.ts'), 'src/mail/b.ts': takes('../documents/b.ts') }
    expect(problems(cycle)).toEqual(['src/documents/a.ts:1: documents and mail import each other'])
  })

  it('sees them through a third', () => {
    const cycle = {
      'src/documents/a.ts': takes('../jobs/a.ts'),
      'src/jobs/b.ts': takes('../mail/b.ts'),
      'src/mail/c.ts': takes('../documents/c.ts'),
    }
    expect(problems(cycle)).toContain('src/documents/a.ts:1: documents and jobs import each other')
  })
})

describe('every way of writing an import is seen', () => {
  it.each([
    ["import 'pg'", 1, 'for its effect'],
    ["import type { Pool } from 'pg'", 1, 'a type'],
    ['import pg from "pg"', 1, 'double quotes'],
    ["import * as pg from 'pg'", 1, 'a namespace'],
    ["import pg, {\n  type Pool,\n} from 'pg'", 3, 'several lines'],
    ["export * from 'pg'", 1, 'passed on'],
    ["export { Pool } from 'pg'", 1, 'passed on by name'],
    ["const pg = await import('pg')", 1, 'late'],
    ["let pool: import('pg').Pool", 1, 'inside a type'],
  ])('%j, on line %i: %s', (text, line) => {
    expect(problems({ 'src/web/a.ts': text })).toEqual([`src/web/a.ts:${line}: « pg » outside a store`])
  })

  it.each([
    ["export const from = 'pg'", 'a constant'],
    ["// import pg from 'pg'", 'a comment'],
    ["export const text = `say import`\nconst a = 'pg'", 'words in a text'],
  ])('%j is none: %s', (text) => {
    expect(problems({ 'src/web/a.ts': text })).toEqual([])
  })
})

it.each([
  ['src/places/store/homes.ts', 'store'],
  ['src/places/words.fr.ts', 'words'],
  ['src/places/jobs.ts', 'noun jobs'],
  ['src/jobs/worker.ts', 'jobs'],
  ['src/kernel/approximate-day.fr.ts', 'kernel'],
  ['src/main.ts', 'main'],
])('%s stands on the step %s', (path, step) => {
  expect(stepOf(path)).toBe(step)
})
