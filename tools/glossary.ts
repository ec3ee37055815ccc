/** Reads docs/glossary.md, and tells the types of a domain whose words it does not know. */
import { type Finding, isCode, isTest, lineAt } from './house.ts'

/** Every word that a name may be made of, and every whole name listed, in lower case. */
export type Glossary = ReadonlySet<string>

export function readGlossary(markdown: string): Glossary {
  const words = new Set<string>()
  for (const row of markdown.split('\n').filter((line) => line.startsWith('|'))) {
    for (const [, identifier = ''] of (row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)) {
      words.add(identifier.toLowerCase())
      for (const word of wordsOf(identifier)) words.add(word)
    }
  }
  return new Set([...words].flatMap((word) => [word, pluralOf(word)]))
}

const DOMAIN = /^src\/[^/]+\/domain\//
const TYPE = /^export (?:declare )?(?:type|interface|(?:abstract )?class) ([A-Z]\w*)/gm

export function foreignNames(path: string, text: string, glossary: Glossary): Finding[] {
  if (!DOMAIN.test(path) || !isCode(path) || isTest(path)) return []
  return [...text.matchAll(TYPE)].flatMap(({ 1: name = '', index }) => {
    const foreign = wordsOf(name).filter((word) => !glossary.has(word))
    if (foreign.length === 0 || glossary.has(name.toLowerCase())) return []
    const problem = `« ${name} » is not made of words of the glossary: ${foreign.join(', ')}`
    return [
      { path, line: lineAt(text, index), problem, mend: 'use its word, or add a row to docs/glossary.md' },
    ]
  })
}

/** `AuditLine`, `audit line`, `audit-line` → audit, line. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase())
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}
