import { describe, expect, it } from 'vitest'
import { checkStructure } from './check-structure.ts'

const good: Record<string, string> = {
  'src/main.ts': '',
  'src/kernel/result.ts': '',
  'src/places/README.md': '# Places',
  'src/places/public.ts': "/** A home. */\nexport type { Home } from './domain/home.ts'\n",
  'src/places/domain/home.ts': '',
  'src/places/domain/home.test.ts': '',
  'src/places/store/homes.ts': '',
  'src/places/routes.tsx': '',
  'src/places/routes.test.tsx': '',
  'src/places/words.fr.ts': '',
  'docs/decisions/0001-index.md': '',
}
const lines = (n: number) => 'x\n'.repeat(n)

function problems(more: Record<string, string>): string[] {
  const tree = new Map(Object.entries({ ...good, ...more }))
  return checkStructure(tree).map(({ path, line, problem }) => `${path}:${line}: ${problem}`)
}

it('finds nothing in a good house', () => {
  expect(problems({})).toEqual([])
})

describe('each rule fails on a bad house', () => {
  it.each<[Record<string, string>, string, string]>([
    [{ 'src/app.ts': '' }, 'src/app.ts:1: only main.ts and cli.ts stand outside a room', 'a loose file'],
    [
      { 'src/services/mail.ts': '' },
      'src/services/mail.ts:1: « services » is not a room of the house',
      'a layer',
    ],
    [
      { 'src/places/queries.ts': '' },
      'src/places/queries.ts:1: a noun has no « queries.ts »',
      'an invented file',
    ],
    [
      { 'src/places/hooks/x.ts': '' },
      'src/places/hooks/x.ts:1: a noun has no « hooks/ »',
      'an invented folder',
    ],
    [
      { 'src/places/x.test.ts': '' },
      'src/places/x.test.ts:1: a noun has no « x.test.ts »',
      'a test of nothing',
    ],
    [
      { 'src/places/store.ts': '' },
      'src/places/store.ts:1: store.ts stands beside store/',
      'both file and folder',
    ],
    [{ 'src/places/README.md': ' ' }, 'src/places/README.md:1: places has no README.md', 'an empty README'],
    [
      { 'src/people/README.md': 'x' },
      'src/people/public.ts:1: people has no public.ts',
      'a noun without a door',
    ],
    [
      { 'src/places/public.ts': '/** x */\n\nexport const a = 1\n' },
      'src/places/public.ts:3: an export of public.ts has no docstring',
      'a docstring that belongs to nothing',
    ],
    [{ 'src/ui/a.tsx': lines(201) }, 'src/ui/a.tsx:201: 201 lines, the limit is 200', 'a long file'],
    [
      { 'src/ui/a.test.tsx': lines(401) },
      'src/ui/a.test.tsx:401: 401 lines, the limit is 400',
      'a long test',
    ],
    [{ 'src/ui/index.ts': '' }, 'src/ui/index.ts:1: « index.ts » says nothing of what it holds', 'a barrel'],
    [{ 'src/ui/utils/a.ts': '' }, 'src/ui/utils/a.ts:1: « utils » says nothing of what it holds', 'a drawer'],
    [
      { 'src/ui/date-helpers.ts': '' },
      'src/ui/date-helpers.ts:1: « date-helpers.ts » says nothing of what it holds',
      'the same drawer, renamed',
    ],
    [{ 'src/ui/été.ts': '' }, 'src/ui/été.ts:1: a path is in ASCII', 'a French path'],
  ])('%j: %s (%s)', (more, problem) => {
    expect(problems(more)).toEqual([problem])
  })

  it.each<[Record<string, string>, string]>([
    [{ 'src/ui/a.tsx': lines(200) }, 'exactly the limit'],
    [{ 'src/ui/a.test.tsx': lines(400) }, 'exactly the limit of a test'],
    [
      { 'src/db/tables.ts': `// Generated from the migrations\n${lines(300)}` },
      'a generated file is not read',
    ],
    [{ 'e2e/amina.ts': lines(400) }, 'a story may be as long as a test'],
  ])('%j passes: %s', (more) => {
    expect(problems(more)).toEqual([])
  })
})
