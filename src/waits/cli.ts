/** `palier waits`, `map` and `tally`: files on the command line, never the database. Results on stdout, words on stderr. */
import { writeFile } from 'node:fs/promises'
import { typesetPdf } from '../documents/press.ts'
import { dayIn } from '../kernel/calendar-day.ts'
import { refuse, type Result } from '../kernel/result.ts'
import { countAll } from './actions/count-all.ts'
import { tallyAsked } from './actions/make-tally.ts'
import { proposeMap } from './actions/propose-map.ts'
import { type Answer, answerOf } from './domain/answer.ts'
import { answerTable } from './domain/answer-table.fr.ts'
import { causesOf } from './domain/causes-of.ts'
import type { CountedWaits } from './domain/counted-waits.ts'
import { type CommandRefusal, exitCodeOf } from './domain/exit-code.ts'
import type { FileDoubt } from './domain/file-doubts.ts'
import type { FileCommand } from './domain/file-commands.ts'
import { languageOf, type Spoken } from './domain/spoken.ts'
import { readMapAsked, readTallyAsked } from './domain/tally-asked.ts'
import { readWaitsAsked, type WaitsAsked } from './domain/waits-asked.ts'
import { answerSvg, drawingsOf } from './views/answer-drawings.ts'
import { progressLine } from './views/progress-line.ts'
import { SPOKEN } from './views/spoken.fr.ts'
import { sayFigureSource, SINCE_OPENED, waitsPaper } from './views/waits-paper.fr.ts'

/** What a command works with: two channels, a clock, a language, a way to be stopped. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether stderr is looked at by somebody: a line is then written over and over. */
  readonly isWatched: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  readonly signal?: AbortSignal
}

type Done = Result<unknown, CommandRefusal>

/** Runs a command; gives its exit code. */
export async function runOnFiles(
  command: FileCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 2 | 3 | 4> {
  const spoken = SPOKEN[languageOf(terminal.environment)]
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(spoken.help)
    return 0
  }
  const done = await COMMANDS[command](args, terminal, spoken)
  if (done.ok) return 0
  terminal.err(`${spoken.refusal(done.refusal)}\n`)
  return exitCodeOf(done.refusal)
}

/** The same, with the channels and the clock of this process. Stopped by the person, it leaves nothing behind. */
export async function runInTerminal(command: FileCommand, args: readonly string[]): Promise<number> {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env
  // npm runs us from the project's folder; files are named from where the command was typed.
  if (script === 'palier' && typedIn) process.chdir(typedIn)
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  // Whoever reads us may have read enough: `palier waits … | head`.
  process.stdout.on('error', () => undefined)
  try {
    return await runOnFiles(command, args, {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      isWatched: process.stderr.isTTY,
      environment: process.env,
      now: () => new Date(),
      signal: stopped.signal,
    })
  } catch (error) {
    if (!stopped.signal.aborted) throw error
    process.stderr.write(`${SPOKEN[languageOf(process.env)].reading.stopped}\n`)
    return STOPPED
  }
}

/** As any command that was interrupted. */
const STOPPED = 130

const COMMANDS = { waits: runWaits, map: runMap, tally: runTally } as const satisfies Record<
  FileCommand,
  unknown
>

async function runWaits(args: readonly string[], terminal: Terminal, spoken: Spoken): Promise<Done> {
  const asked = readWaitsAsked(args)
  if (!asked.ok) return asked
  const found = await countAll({ ...asked.value, now: terminal.now() }, watchOf(terminal, spoken))
  if (!found.ok) return found
  const { counted, map } = found.value
  const causes = asked.value.causes ? causesOf(counted, map) : null
  if (asked.value.causes && causes === null) return refuse({ because: 'outcome_missing' })
  tellTwice(counted, terminal, spoken)
  const answer = answerOf(counted, { ci: asked.value.ci, tau: asked.value.tau, causes })
  const drawn = await writeDrawings(counted, answer, asked.value, terminal, spoken)
  if (!drawn.ok) return drawn
  if (asked.value.said === 'json') terminal.out(`${JSON.stringify(answer)}\n`)
  if (asked.value.said === 'table') terminal.out(`${answerTable(answer)}\n`)
  return drawn
}

async function writeDrawings(
  counted: CountedWaits,
  answer: Answer,
  { svg, pdf, ci }: WaitsAsked,
  terminal: Terminal,
  spoken: Spoken,
): Promise<Done> {
  if (counted.timeUnit !== 'day' && (svg ?? pdf) !== null)
    return refuse({ because: 'drawn_in_days', unit: counted.timeUnit })
  const { drawings, leftOut } = drawingsOf(counted, ci)
  const [drawing] = drawings
  if (svg !== null) {
    const { about, source } = sayFigureSource(answer)
    const written = await write(
      svg,
      answerSvg(drawings, { about, since: SINCE_OPENED, source }),
      terminal,
      spoken,
    )
    if (!written.ok) return written
    if (leftOut > 0) terminal.err(`${spoken.reading.notDrawn(leftOut)}\n`)
  }
  if (pdf === null || !drawing) return { ok: true, value: undefined }
  const madeOn = dayIn(terminal.now())
  const paper = waitsPaper({ answer, drawing, since: SINCE_OPENED, madeOn })
  return write(pdf, await typesetPdf('waits', paper), terminal, spoken)
}

async function runMap(args: readonly string[], terminal: Terminal, spoken: Spoken): Promise<Done> {
  const asked = readMapAsked(args)
  if (!asked.ok) return asked
  const found = await proposeMap(asked.value, progressOf(terminal, spoken), terminal.signal)
  if (!found.ok) return found
  const { map, because, missing, headers } = found.value
  for (const [field, reason] of Object.entries(because))
    terminal.err(`${spoken.reading.because(field, reason)}\n`)
  if (missing.length > 0) terminal.err(`${spoken.reading.missing(missing, headers)}\n`)
  terminal.out(`${JSON.stringify(map, null, 2)}\n`)
  return found
}

async function runTally(args: readonly string[], terminal: Terminal, spoken: Spoken): Promise<Done> {
  const asked = readTallyAsked(args)
  if (!asked.ok) return asked
  const { by, out } = asked.value
  const watch = watchOf(terminal, spoken)
  const found = await countAll({ ...asked.value, now: terminal.now() }, watch)
  if (!found.ok) return found
  const { counted, map } = found.value
  if (map === null) return refuse({ because: 'file_missing', command: 'tally' })
  const tally = await tallyAsked({ counted, map, by }, asked.value)
  if (!tally.ok) return tally
  if (tally.value.withheld > 0) terminal.err(`${spoken.reading.withheld(tally.value.withheld)}\n`)
  return write(out, `${JSON.stringify(tally.value)}\n`, terminal, spoken)
}

async function write(
  path: string,
  content: string | Uint8Array,
  terminal: Terminal,
  { reading }: Spoken,
): Promise<Done> {
  try {
    await writeFile(path, content)
  } catch (error) {
    return refuse({ because: 'not_written', path, problem: error instanceof Error ? error.message : '' })
  }
  terminal.err(`${reading.written(path)}\n`)
  return { ok: true, value: undefined }
}

const progressOf = (terminal: Terminal, { reading }: Spoken) =>
  progressLine(terminal, (name, said) => reading.progress(name, said))

function watchOf(terminal: Terminal, spoken: Spoken) {
  const { reading } = spoken
  const line = progressOf(terminal, spoken)
  const say = (text: string) => line.say(text)
  return {
    progress: line.progress,
    read: (...told: Parameters<typeof reading.read>) => reading.read(...told).forEach(say),
    doubts: (doubts: readonly FileDoubt[]) => doubts.map(reading.doubt).forEach(say),
    guessed: (file: { readonly name: string }, map: object) =>
      say(reading.guessed(file.name, JSON.stringify(map))),
    idle: (options: readonly string[]) => say(reading.idleForTallies(options)),
    keptBack: (count: number) => say(reading.keptBack(count)),
    ...(terminal.signal ? { signal: terminal.signal } : {}),
  }
}

/** One file among the sources twice: its cases count twice, and nobody meant it. */
function tellTwice({ sources }: CountedWaits, terminal: Terminal, { reading }: Spoken): void {
  sources.forEach(({ name, sha256 }, at) => {
    if (sources.findIndex((other) => other.sha256 === sha256) < at)
      terminal.err(`${reading.sourceTwice(name)}\n`)
  })
}
