/** Holds the words: the glossary names the nouns and their types; French is written as French; nothing is left for later. */
import { foreignNames, readGlossary } from './glossary.ts'
import { type Finding, isTest, lineAt, NOUNS, runCheck, type Tree } from './house.ts'
import { spokenTexts, withoutComments } from './spoken-texts.ts'

const GLOSSARY = 'docs/glossary.md'
const NNBSP = '\u202f'

export function checkWords(tree: Tree): Finding[] {
  const glossary = readGlossary(tree.get(GLOSSARY) ?? '')
  return [
    ...glossaryFindings(tree),
    ...[...tree].flatMap(([path, text]) => [
      ...foreignNames(path, text, glossary),
      ...leftForLater(path, text),
      ...(isFrench(path) ? frenchFindings(path, text) : []),
    ]),
    ...NOUNS.filter((noun) => [...tree.keys()].some((path) => path.startsWith(`src/${noun}/`)))
      .filter((noun) => !glossary.has(noun))
      .map((noun) =>
        found(`src/${noun}/README.md`, 1, `the noun « ${noun} » is not in the glossary`, mendGlossary),
      ),
  ]
}

const mendGlossary = `add a row to ${GLOSSARY}: French, identifier, meaning, not to be confused with`

/** Each row says its four things; two rows do not claim one identifier. */
function glossaryFindings(tree: Tree): Finding[] {
  const seen = new Set<string>()
  return (tree.get(GLOSSARY) ?? '').split('\n').flatMap((row, at) => {
    if (!row.startsWith('|') || /^\|[\s:|-]+\|$/.test(row)) return []
    const cells = row.split('|').slice(1, -1)
    if (cells.length !== 4 || cells.slice(0, 3).some((cell) => cell.trim() === '')) {
      return [found(GLOSSARY, at + 1, 'a row has four columns, the first three filled', mendGlossary)]
    }
    const twice = [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)]
      .map(([, id = '']) => id)
      .filter((id) => seen.has(id))
    for (const [, id = ''] of (cells[1] ?? '').matchAll(/`([^`]+)`/g)) seen.add(id)
    return twice.map((id) =>
      found(GLOSSARY, at + 1, `« ${id} » has two rows`, 'one word, one meaning: choose'),
    )
  })
}

function leftForLater(path: string, text: string): Finding[] {
  return [...text.matchAll(/\b(?:TO[D]O|FIX[M]E|XX[X])\b/g)].map(({ 0: word, index }) =>
    found(
      path,
      lineAt(text, index),
      `« ${word} » is left for later`,
      'do it, or write an issue and say so plainly',
    ),
  )
}

function isFrench(path: string): boolean {
  if (isTest(path) || !path.startsWith('src/')) return false
  return /\.fr\.tsx?$/.test(path) || /\/views\/[^]*\.tsx?$/.test(path) || path.endsWith('/forms.ts')
}

type Typography = { pattern: RegExp; problem: string; mend: string }

const FORBIDDEN: Typography = {
  pattern:
    /(?<![\p{L}\p{N}_./-])(?:clients?|clientes?|client[eè]les?|tickets?|usag(?:er|ère)s?)(?![\p{L}\p{N}_/=-])/giu,
  problem: 'is not a word of ours',
  mend: 'say locataire, demande, attente; the other words belong to those who manage',
}

const TYPOGRAPHY: readonly Typography[] = [
  { pattern: /\p{L}'\p{L}/gu, problem: 'has a straight apostrophe', mend: 'write ’ (U+2019)' },
  {
    pattern: /[\p{L}\p{N})»](?:[ \u00a0][;:!?%]|[!?](?=\s|$)|[;:](?=\s))/gu,
    problem: 'lacks its narrow no-break space',
    mend: 'write U+202F before ; : ! ? %',
  },
  {
    pattern: new RegExp(`«(?!${NNBSP}).?|(?<!${NNBSP})»`, 'gu'),
    problem: 'lacks its narrow no-break space',
    mend: 'write U+202F inside « »',
  },
]

function frenchFindings(path: string, text: string): Finding[] {
  const straight = [...withoutComments(text).matchAll(/\p{L}\\?'\p{L}/gu)].map(({ 0: what, index }) =>
    found(path, lineAt(text, index), `« ${what} » has a straight apostrophe`, 'write ’ (U+2019)'),
  )
  if (straight.length > 0) return straight // until they are curled, quotes do not tell where a text ends
  return spokenTexts(text).flatMap(({ said, index }) =>
    [FORBIDDEN, ...TYPOGRAPHY].flatMap(({ pattern, problem, mend }) =>
      [...said.matchAll(pattern)].map((match) =>
        found(path, lineAt(text, index) + lineAt(said, match.index) - 1, `« ${match[0]} » ${problem}`, mend),
      ),
    ),
  )
}

function found(path: string, line: number, problem: string, mend: string): Finding {
  return { path, line, problem, mend }
}

if (import.meta.main) runCheck('words', checkWords)
