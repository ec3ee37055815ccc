/** `palier import`: a file into a source, under the walls, in the name and with the circles of somebody. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { actorByEmail } from '../access/actor-by-email.ts'
import { type Actor, inScope } from '../access/scope.ts'
import type { Database, Logins } from '../db/connect.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { importFile, type OpenScope } from './actions/import-file.ts'
import { createSource, mayLoad } from './actions/sources.ts'
import type { ImportOutcome, ImportProgress, ImportRefusal } from './domain/import.ts'
import { type ImportTyped, knownUntil, readImportTyped } from './domain/import-typed.ts'
import { importExit } from './domain/import-exit.ts'
import { importInEnglish } from './domain/import-in-english.ts'
import { readWaitMap, USUAL_TIME_ZONE } from './domain/wait-map.ts'
import { findSourceNamed, removeContents } from './store/sources.ts'
import { sayImportRefusal } from './views/import-refusal.fr.ts'
import { IMPORT_IN_FRENCH } from './views/import-command.fr.ts'
import { IMPORT_IN_ENGLISH } from './domain/import-speech-in-english.ts'
import type { ImportProblem } from './domain/import-speech.ts'

const SPEECHES = { fr: IMPORT_IN_FRENCH, en: IMPORT_IN_ENGLISH }

export type Installed = { readonly owner: Database; readonly logins: Logins }

/** What the command works with: the installation, two channels, a clock, a way to be stopped. */
export type ImportTerminal = {
  readonly visit: <T>(work: (installed: Installed) => Promise<T>) => Promise<T>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly language: 'fr' | 'en'
  readonly now: () => Date
  readonly signal?: AbortSignal
}

type Told = { readonly args: ImportTyped; readonly map: unknown; readonly zone: string }
type Refused = ImportRefusal | ImportProblem

/** Runs the command; gives its exit code: 0 done, 2 asked wrongly, 3 nothing usable, 4 refused. */
export async function runImport(words: readonly string[], terminal: ImportTerminal): Promise<0 | 2 | 3 | 4> {
  const speech = SPEECHES[terminal.language]
  if (words.includes('--help') || words.includes('-h')) {
    terminal.out(speech.help)
    return 0
  }
  const told = await readTold(words)
  const done = told.ok ? await terminal.visit((installed) => bring(installed, told.value, terminal)) : told
  if (!done.ok) return say(done.refusal, terminal)
  const { did, vintage } = done.value
  if (did === 'nothing_changed') terminal.err(`${speech.same(vintage.vintage)}\n`)
  else terminal.err(`${speech.leftOut(vintage.facts.leftOut)}\n`)
  const { sourceId, rows, kept, rejected, changes, asOf } = vintage
  terminal.out(
    `${JSON.stringify({ did, sourceId, vintage: vintage.vintage, asOf, rows, kept, rejected, changes })}\n`,
  )
  return 0
}

/** What was written on the line and in the map, before anything is opened. */
async function readTold(words: readonly string[]): Promise<Result<Told, Refused>> {
  const args = readImportTyped(words)
  if (!args.ok) return args
  const path = args.value.map
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return refuse({ because: 'map_file_absent', path })
  const json = parsed(text)
  if (json === undefined) return refuse({ because: 'map_file_not_json', path })
  const map = readWaitMap(json)
  if (!map.ok) return map
  return accept({ args: args.value, map: json, zone: map.value.timeZone ?? USUAL_TIME_ZONE })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function bring(
  { owner, logins }: Installed,
  told: Told,
  terminal: ImportTerminal,
): Promise<Result<ImportOutcome, Refused>> {
  const { args, map, zone } = told
  const actor = await actorByEmail(owner, args)
  if (!actor.ok) return actor
  if (!mayLoad(actor.value)) return refuse({ because: 'outside_circle' })
  const scope = scopeOf(logins, actor.value)
  const now = terminal.now()
  const source = await sourceOf(scope, args, now)
  if (!source.ok) return source
  const done = await importFile(
    scope,
    {
      sourceId: source.value.id,
      path: args.file,
      name: basename(args.file),
      scope: args.scope,
      map,
      asOf: knownUntil(args.asOf, zone),
      ...(args.sheet === undefined ? {} : { sheet: args.sheet }),
    },
    { now, onProgress: progressTo(terminal), ...(terminal.signal ? { signal: terminal.signal } : {}) },
  )
  if (!done.ok && source.value.isNew) await scope((db) => removeContents(db, source.value.id, now))
  return done
}

const scopeOf =
  (logins: Logins, actor: Actor): OpenScope =>
  (work) =>
    inScope(logins, actor, work)

/** The source of this name, or a new one under the agreement that was given. */
function sourceOf(
  scope: OpenScope,
  { source: name, agreement }: ImportTyped,
  now: Date,
): Promise<Result<{ readonly id: string; readonly isNew: boolean }, Refused>> {
  return scope(async (db) => {
    const found = await findSourceNamed(db, name)
    if (found) return accept({ id: found.id, isNew: false })
    if (agreement === undefined) return refuse({ because: 'agreement_needed', source: name })
    const made = await createSource(db, { name, agreementId: agreement, institutionId: null }, now)
    return made.ok ? accept({ id: made.value, isNew: true }) : made
  })
}

const EVERY_MS = 1000

function progressTo({ err, language, now }: ImportTerminal): (progress: ImportProgress) => void {
  let [last, step] = [0, '']
  return (progress) => {
    const at = now().getTime()
    if (progress.step === step && at - last < EVERY_MS) return
    ;[last, step] = [at, progress.step]
    err(`${SPEECHES[language].progress(step, progress.rows, progress.rowsTotal)}\n`)
  }
}

function say(refusal: Refused, { err, language }: ImportTerminal): 2 | 3 | 4 {
  if (isProblem(refusal)) {
    err(`${SPEECHES[language].problem(refusal)}\n`)
    return REFUSED.includes(refusal.because) ? 4 : 2
  }
  err(`${language === 'en' ? importInEnglish(refusal) : sayImportRefusal(refusal)}\n`)
  return importExit(refusal)
}

const REFUSED: readonly string[] = ['no_account', 'no_space_of_theirs', 'agreement_absent']
const PROBLEMS: readonly string[] = [
  'one_file_needed',
  'option_needed',
  'option_unknown',
  'value_needed',
  'as_of_unreadable',
  'not_an_identifier',
  'several_spaces',
  'map_file_absent',
  'map_file_not_json',
  'agreement_needed',
  'source_name_taken',
  ...REFUSED,
]

const isProblem = (refusal: Refused): refusal is ImportProblem => PROBLEMS.includes(refusal.because)

/** The same, with the channels and the clock of this process. */
export async function importInTerminal(
  words: readonly string[],
  visit: ImportTerminal['visit'],
): Promise<number> {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn, LC_ALL, LANG } = process.env
  if (script === 'palier' && typedIn) process.chdir(typedIn) // npm runs us from the project's folder
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  return runImport(words, {
    visit,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    language: /^en\b|^en_/.test(LC_ALL || LANG || '') ? 'en' : 'fr',
    now: () => new Date(),
    signal: stopped.signal,
  })
}
