/** Holds the shape of the house: known rooms, the closed file list of a noun, short files, names that say something. */
import { type Finding, isCode, isNoun, isTest, NOUNS, ROOMS, runCheck, type Tree } from './house.ts'

const NOUN_FILES = ['README.md', 'forms.ts', 'doors.ts', 'words.fr.ts', 'jobs.ts', 'cli.ts', 'public.ts']
const NOUN_FOLDERS = ['domain', 'views', 'client', 'engine']
/** Either a file or, when it would pass 200 lines, a folder of the same name: never both. */
const FILE_OR_FOLDER = new Map([
  ['store', 'store.ts'],
  ['actions', 'actions.ts'],
  ['routes', 'routes.tsx'],
])
const TESTED = ['forms', 'doors', 'words.fr', 'jobs', 'cli', 'public', ...FILE_OR_FOLDER.keys()]
const SRC_FILES = /^(?:main|cli)(?:\.test)?\.ts$/
const EMPTY_NAMES = /(?:^|[-.])(?:index|utils?|helpers?|misc|common)$/
const LONGEST_FILE = 200
const LONGEST_TEST = 400

export function checkStructure(tree: Tree): Finding[] {
  const paths = [...tree.keys()]
  return [
    ...paths.flatMap(roomFindings),
    ...paths.flatMap(nounFileFindings),
    ...paths.flatMap(nameFindings),
    ...[...tree].flatMap(([path, text]) => lengthFindings(path, text)),
    ...NOUNS.filter((noun) => paths.some((path) => path.startsWith(`src/${noun}/`))).flatMap((noun) =>
      nounFindings(noun, tree),
    ),
  ]
}

function roomFindings(path: string): Finding[] {
  const [top, room = '', ...rest] = path.split('/')
  if (top !== 'src') return []
  if (rest.length === 0) {
    if (SRC_FILES.test(room)) return []
    return [found(path, 'only main.ts and cli.ts stand outside a room', 'move it into the room it speaks of')]
  }
  if (ROOMS.includes(room)) return []
  return [
    found(path, `« ${room} » is not a room of the house`, `rooms: ${ROOMS.join(', ')} (tools/house.ts)`),
  ]
}

function nounFileFindings(path: string): Finding[] {
  const [top, noun, name = '', ...rest] = path.split('/')
  if (top !== 'src' || !isNoun(noun)) return []
  const isFolder = rest.length > 0
  const known = isFolder
    ? NOUN_FOLDERS.includes(name) || FILE_OR_FOLDER.has(name)
    : NOUN_FILES.includes(name) || [...FILE_OR_FOLDER.values()].includes(name) || isKnownTest(name)
  if (known) return []
  const list = [...NOUN_FILES, ...NOUN_FOLDERS.map((folder) => `${folder}/`), ...FILE_OR_FOLDER.values()]
  return [
    found(
      path,
      `a noun has no « ${isFolder ? `${name}/` : name} »`,
      `it holds ${list.join(' ')} and tests beside them`,
    ),
  ]
}

function isKnownTest(name: string): boolean {
  return isTest(name) && TESTED.includes(name.replace(/\.test\.tsx?$/, ''))
}

function nameFindings(path: string): Finding[] {
  const findings: Finding[] = []
  if (!/^[ -~]*$/.test(path)) findings.push(found(path, 'a path is in ASCII', 'rename it in English'))
  const [top] = path.split('/')
  const empty = path.split('/').find((part) => EMPTY_NAMES.test(part.replace(/\.(?:test\.)?\w+$/, '')))
  if (empty && top !== 'docs') {
    findings.push(
      found(path, `« ${empty} » says nothing of what it holds`, 'name it after its idea; no barrels'),
    )
  }
  return findings
}

function lengthFindings(path: string, text: string): Finding[] {
  if (!isCode(path) || text.startsWith('// Generated ')) return [] // nobody reads or writes a generated file
  const mayBeLong = isTest(path) || /^(?:e2e|tools\/testing|tools\/bench)\//.test(path)
  const limit = mayBeLong ? LONGEST_TEST : LONGEST_FILE
  const lines = text.replace(/\n$/, '').split('\n').length
  if (lines <= limit) return []
  return [found(path, `${lines} lines, the limit is ${limit}`, 'split it after its ideas', limit + 1)]
}

function nounFindings(noun: string, tree: Tree): Finding[] {
  const root = `src/${noun}`
  const findings: Finding[] = []
  for (const name of ['README.md', 'public.ts']) {
    if (tree.get(`${root}/${name}`)?.trim()) continue
    const mend =
      name === 'README.md' ? 'half a page: words, invariants, non-goals' : 'what later nouns may call'
    findings.push(found(`${root}/${name}`, `${noun} has no ${name}`, `write it: ${mend}`))
  }
  for (const [folder, file] of FILE_OR_FOLDER) {
    const isFolder = [...tree.keys()].some((path) => path.startsWith(`${root}/${folder}/`))
    if (!isFolder || !tree.has(`${root}/${file}`)) continue
    findings.push(found(`${root}/${file}`, `${file} stands beside ${folder}/`, `move it into ${folder}/`))
  }
  return [...findings, ...undocumented(`${root}/public.ts`, tree.get(`${root}/public.ts`) ?? '')]
}

function undocumented(path: string, text: string): Finding[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const isDocumented = lines[at - 1]?.trimEnd().endsWith('*/')
    if (!line.startsWith('export ') || isDocumented) return []
    return [
      found(
        path,
        'an export of public.ts has no docstring',
        'say in /** */ above it what a caller gets',
        at + 1,
      ),
    ]
  })
}

function found(path: string, problem: string, mend: string, line = 1): Finding {
  return { path, line, problem, mend }
}

if (import.meta.main) runCheck('structure', checkStructure)
