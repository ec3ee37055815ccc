/** What the checks know of the house: its rooms, the order of its nouns, and how to read its files and complain. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Nouns in their order: each may know only those before it. */
export const NOUNS = [
  'places',
  'people',
  'institutions',
  'accounts',
  'deadlines',
  'complaints',
  'caseload',
  'letters',
  'followup',
  'sources',
  'instruments',
  'survey',
  'waits',
  'interpellations',
  'circuits',
  'gatherings',
  'programme',
  'union',
  'stories',
  'signals',
  'research',
] as const

const OTHER_ROOMS = ['kernel', 'measure', 'db', 'access', 'ui', 'web', 'mail', 'jobs', 'documents', 'seed']

export const ROOMS: readonly string[] = [...NOUNS, ...OTHER_ROOMS]

/** Every text file of the house by its path from the root: `src/places/store.ts`. */
export type Tree = ReadonlyMap<string, string>

export type Finding = { path: string; line: number; problem: string; mend: string }

export function isNoun(room: string | undefined): boolean {
  return NOUNS.some((noun) => noun === room)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

export function isCode(path: string): boolean {
  return /\.(?:tsx?|mjs)$/.test(path)
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

const READ = ['src', 'tools', 'e2e', 'docs']

export function readTree(root: string): Tree {
  const tree = new Map<string, string>()
  for (const top of READ.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && /\.(?:tsx?|mjs|sql|css|md)$/.test(entry.name)) {
        tree.set(path.slice(join(root, '/').length), readFileSync(path, 'utf8'))
      }
    }
  }
  return tree
}

/** Runs one check on this house, prints each finding as `file:line`, and sets the exit status. */
export function runCheck(name: string, check: (tree: Tree) => Finding[]): void {
  const tree = readTree(join(import.meta.dirname, '..'))
  const findings = check(tree)
  for (const { path, line, problem, mend } of findings) {
    process.stdout.write(`${path}:${line}: ${problem}\n    ${mend}\n`)
  }
  process.stdout.write(`${name}: ${tree.size} files, ${findings.length} to mend\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
