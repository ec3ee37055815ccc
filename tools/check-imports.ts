/** Holds the order of the house: layers, nouns, pure rooms, and who may touch the database. Types obey it too. */
import { type Finding, isCode, isNoun, isTest, NOUNS, runCheck, type Tree } from './house.ts'
import { type Import, importsOf } from './read-imports.ts'

type Rule = (found: Import) => { problem: string; mend: string } | undefined

/** From the ground to the roof; a file imports its own step and those before it. `|` separates equals. */
const STEPS = [
  'kernel',
  'measure',
  'domain',
  'words',
  'forms',
  'db',
  'access',
  'mail|documents|jobs',
  'engine',
  'store',
  'doors',
  'actions',
  'noun jobs',
  'ui',
  'client',
  'views',
  'routes',
  'noun cli',
  'public',
  'seed',
  'web',
  'cli',
  'main',
] as const
const ORDER = STEPS.map((step) => step.split('|'))
/** The rooms that put nouns together may open, beside `public.ts` and `domain/`, what a noun made for them. */
const COMPOSING = ['seed', 'web', 'cli', 'main']
const MADE_FOR_THEM = ['routes', 'client', 'noun jobs', 'noun cli', 'doors', 'words']

export function checkImports(tree: Tree): Finding[] {
  const imports = [...tree]
    .filter(([path]) => path.startsWith('src/') && isCode(path) && !isTest(path))
    .flatMap(importsOf)
  const broken = imports.flatMap((found) =>
    RULES.flatMap((rule) => rule(found) ?? [])
      .slice(0, 1)
      .map((finding) => ({ path: found.path, line: found.line, ...finding })),
  )
  return [...broken, ...roomCycles(imports)]
}

function roomOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.tsx?$/, '')
}

function nounOf(path: string): string | undefined {
  return isNoun(roomOf(path)) ? roomOf(path) : undefined
}

/** The step a file stands on: its room, or inside a noun the first name after it. */
export function stepOf(path: string): string {
  if (!nounOf(path)) return roomOf(path)
  const name = (path.split('/')[2] ?? '').replace(/(?:\.fr)?\.tsx?$/, '')
  return name === 'jobs' || name === 'cli' ? `noun ${name}` : name
}

function rankOf(path: string): number {
  return ORDER.findIndex((step) => step.includes(stepOf(path)))
}

const isPure = (path: string) => ['kernel', 'measure', 'domain'].includes(stepOf(path))

const leavesTheHouse: Rule = ({ target }) => {
  if (!target || target.startsWith('src/')) return undefined
  return { problem: `the product imports « ${target} »`, mend: 'what the product needs lives in src/' }
}

const importsTests: Rule = ({ target }) =>
  target && isTest(target)
    ? { problem: 'imports a test', mend: 'move what is shared beside the code' }
    : undefined

const staysPure: Rule = ({ path, from, target }) => {
  if (!isPure(path) || target) return undefined
  return {
    problem: `« ${from} » in a pure room`,
    mend: 'kernel, measure and domain/ take values as parameters and import only one another',
  }
}

const touchesSql: Rule = ({ path, from }) => {
  const isSql = /^(?:pg|kysely)(?:\/|$)/.test(from)
  if (!isSql || ['db', 'access', 'store'].includes(stepOf(path)) || /\/store(?:\.ts$|\/)/.test(path))
    return undefined
  return {
    problem: `« ${from} » outside a store`,
    mend: 'write the query in store.ts and call it with a ScopedDb',
  }
}

const touchesDuckDb: Rule = ({ path, from }) =>
  /duckdb/.test(from) && stepOf(path) !== 'engine'
    ? {
        problem: `« ${from} » outside engine/`,
        mend: 'only the engine of sources and waits opens files with it',
      }
    : undefined

const runsInBrowser: Rule = ({ path, from }) =>
  stepOf(path) === 'client' && from.startsWith('node:')
    ? { problem: `« ${from} » in an island`, mend: 'client/ runs in a browser: do it on the server' }
    : undefined

const followsNouns: Rule = ({ path, target }) => {
  const [importer, imported] = [nounOf(path), target && nounOf(target)]
  if (!importer || !imported || importer === imported) return undefined
  if (NOUNS.findIndex((noun) => noun === imported) < NOUNS.findIndex((noun) => noun === importer))
    return undefined
  return {
    problem: `${importer} imports ${imported}, which comes after it`,
    mend: `order: ${NOUNS.join(', ')}`,
  }
}

const knocksAtTheDoor: Rule = ({ path, target }) => {
  const imported = target && nounOf(target)
  if (!imported || imported === nounOf(path)) return undefined
  const step = stepOf(target)
  const mayEnter = step === 'domain' || step === 'public'
  if (mayEnter || (COMPOSING.includes(stepOf(path)) && MADE_FOR_THEM.includes(step))) return undefined
  return {
    problem: `reaches inside ${imported} (« ${target} »)`,
    mend: `import src/${imported}/public.ts or domain/`,
  }
}

const keepsUiPlain: Rule = ({ path, target }) =>
  roomOf(path) === 'ui' && target && nounOf(target)
    ? {
        problem: 'ui imports a noun',
        mend: 'pass what it shows as properties; a noun’s picture lives in its views/',
      }
    : undefined

/** Another noun's public.ts stands on the ground for whoever may decide or show, never for a pure file. */
const followsLayers: Rule = ({ path, target }) => {
  if (!target?.startsWith('src/')) return undefined
  const [rank, other] = [rankOf(path), rankOf(target)]
  if (rank < 0 || other < 0)
    return { problem: 'no place in the order', mend: 'tools/check-structure.ts says where' }
  const isNeighbour = stepOf(target) === 'public' && nounOf(path) && nounOf(path) !== nounOf(target)
  if (other <= rank || (isNeighbour && rank >= rankOf('src/places/store.ts'))) return undefined
  return {
    problem: `${stepOf(path)} imports ${stepOf(target)}, which stands above it`,
    mend: STEPS.join(' ← '),
  }
}

const RULES: readonly Rule[] = [
  leavesTheHouse,
  importsTests,
  staysPure,
  touchesSql,
  touchesDuckDb,
  runsInBrowser,
  keepsUiPlain,
  followsNouns,
  knocksAtTheDoor,
  followsLayers,
]

/** What a noun says (domain, words, forms) and what it does are two rooms: db reads the first, the second reads db. */
function partOf(path: string): string {
  const says = ['domain', 'words', 'forms'].includes(stepOf(path))
  return nounOf(path) && says ? `${roomOf(path)}/domain` : roomOf(path)
}

function roomCycles(imports: readonly Import[]): Finding[] {
  const edges = new Map<string, Set<string>>()
  for (const { path, target } of imports) {
    if (!target?.startsWith('src/') || partOf(path) === partOf(target)) continue
    edges.set(partOf(path), (edges.get(partOf(path)) ?? new Set()).add(partOf(target)))
  }
  return imports.flatMap(({ path, line, target }) => {
    if (!target?.startsWith('src/') || partOf(path) === partOf(target)) return []
    const [room, other] = [partOf(path), partOf(target)]
    if (room > other || !reaches(edges, other, room)) return [] // each cycle is told once, from its first room
    const mend = 'move what both need into an earlier room, or pass it as a parameter'
    return [{ path, line, problem: `${room} and ${other} import each other`, mend }]
  })
}

function reaches(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from])
  for (const room of seen) for (const next of edges.get(room) ?? []) seen.add(next)
  return seen.has(to)
}

if (import.meta.main) runCheck('imports', checkImports)
