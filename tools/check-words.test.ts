import { describe, expect, it } from 'vitest'
import { checkWords } from './check-words.ts'

const glossary = `# Words

| French | identifier | meaning | not to be confused with |
|---|---|---|---|
| lieu | \`place\` | where people live | |
| logement | \`home\`, \`HomeAPL\` | behind a door | building |
| refus | \`refusal\` | an expected no | error |
`

function problems(files: Record<string, string>): string[] {
  const tree = new Map(Object.entries({ 'docs/glossary.md': glossary, ...files }))
  return checkWords(tree).map(({ path, line, problem }) => `${path}:${line}: ${problem}`)
}

it('finds nothing in well chosen words', () => {
  const good = {
    'src/places/domain/home.ts':
      'export type HomeRefusal = 1\nexport type Homes = 2\ntype Inner = 3\nexport const x = 1',
    'src/places/domain/apl.ts': 'export interface HomeAPL {}',
    'src/places/views/home.tsx':
      "import { client } from '../client/map.ts'\n// it's a comment: isn't it ?\n" +
      'export const H = () => <p class="client" data-client="x">L’eau\u202f? «\u202foui\u202f» {a ? \'b\' : \'c\'}</p>\n' +
      "const url = 'https://palier.example/a?b=c'\nconst s = `Il reste ${n > 1 ? 'x' : 'y'}\u202f: 3\u202f%`\nconst e = 'Bien\\u202f?'\nconst r = '(?:un )?(?:le )? ?'\n" +
      'const f = (n) => n ? <b>deux</b> : <i>un</i>\n',
    'src/places/store.ts': "const q = 'client'",
    'src/places/views/home.test.tsx': "const q = 'Un client ?'",
  }
  expect(problems(good)).toEqual([])
})

describe('each rule fails on bad words', () => {
  it.each<[Record<string, string>, string, string]>([
    [
      { 'src/people/public.ts': '' },
      'src/people/README.md:1: the noun « people » is not in the glossary',
      'a noun',
    ],
    [
      { 'src/places/domain/a.ts': '\nexport type Flat = 1' },
      'src/places/domain/a.ts:2: « Flat » is not made of words of the glossary: flat',
      'a second word for a home',
    ],
    [
      { 'src/places/domain/a.ts': 'export interface HomeManager {}' },
      'src/places/domain/a.ts:1: « HomeManager » is not made of words of the glossary: manager',
      'half of it',
    ],
    [
      { 'docs/glossary.md': `${glossary}| cage | \`staircase\` | |  |` },
      'docs/glossary.md:8: a row has four columns, the first three filled',
      'a word without its meaning',
    ],
    [
      { 'docs/glossary.md': `${glossary}| porte | \`home\` | a door |  |` },
      'docs/glossary.md:8: « home » has two rows',
      'one identifier, two meanings',
    ],
    [
      { 'tools/a.ts': `\n// ${'TO'}${'DO'} later` },
      `tools/a.ts:2: « ${'TO'}${'DO'} » is left for later`,
      'a promise',
    ],
    [
      { 'src/db/a.sql': `-- ${'FIX'}${'ME'}` },
      `src/db/a.sql:1: « ${'FIX'}${'ME'} » is left for later`,
      'in SQL too',
    ],
  ])('%j: %s (%s)', (files, problem) => {
    expect(problems(files)).toEqual([problem])
  })

  it.each([
    ["'Le client attend'", '« client » is not a word of ours', 'their word'],
    ["'Les usagères'", '« usagères » is not a word of ours', 'in the feminine'],
    ['<p>Votre ticket</p>', '« ticket » is not a word of ours', 'between tags'],
    ["<b title='Nos clients'/>", '« clients » is not a word of ours', 'in a title'],
    ["<p>L'eau</p>", "« L'e » has a straight apostrophe", 'between tags'],
    ['"L\'eau"', "« L'e » has a straight apostrophe", 'in double quotes'],
    ["'L\\'eau'", "« L\\'e » has a straight apostrophe", 'escaped'],
    ["'Vrai ?'", '« i ? » lacks its narrow no-break space', 'an ordinary space'],
    ["'Vrai\u00a0!'", '« i\u00a0! » lacks its narrow no-break space', 'a wide no-break space'],
    ["'Vrai?'", '« i? » lacks its narrow no-break space', 'no space'],
    ["'Objet: fuite'", '« t: » lacks its narrow no-break space', 'as in English'],
    ['`${n} %`', '« 0 % » lacks its narrow no-break space', 'after a hole'],
    ['<dt>Depuis :</dt>', '« s : » lacks its narrow no-break space', 'between tags'],
    ["'dit « oui\u202f»'", '« «  » lacks its narrow no-break space', 'after the opening guillemet'],
    ["'dit «\u202foui»'", '« » » lacks its narrow no-break space', 'before the closing one'],
  ])('%s: %s (%s)', (said, problem) => {
    const path = 'src/places/words.fr.tsx'
    expect(problems({ [path]: `const a = 1\nconst x = ${said}\n` })).toEqual([`${path}:2: ${problem}`])
  })
})
