import type { Logins } from '../db/connect.ts'

export type JobContext = { readonly logins: Logins; readonly now: Date }
/** Something done again and again. Each finds its own work with a query and may run in several processes at once. */
export type Job = {
  readonly name: string
  readonly everySeconds: number
  run(context: JobContext): Promise<void>
}

export type RunningJobs = {
  /** Runs one job now, after the turn that may be running; what fails is thrown. */
  runOnce(name: string): Promise<void>
  /** No new turn begins; resolves when the running ones have ended. */
  stop(): Promise<void>
}

type Asked = {
  jobs: readonly Job[]
  logins: Logins
  now: () => Date
  log?: (line: string) => void
}

/** Starts every job, first after one interval. A turn begins when the one before has ended, well or badly. */
export function runJobs({ jobs, logins, now, log = console.error }: Asked): RunningJobs {
  if (new Set(jobs.map((j) => j.name)).size < jobs.length) throw new TypeError('two jobs have one name')
  const loops = new Map(jobs.map((job) => [job.name, startLoop(job, { logins, now, log })]))
  return {
    runOnce: async (name) => {
      const loop = loops.get(name)
      if (!loop) throw new TypeError(`no job is called ${name}`)
      await loop.turn()
    },
    stop: async () => void (await Promise.all([...loops.values()].map((loop) => loop.stop()))),
  }
}

type Loop = { turn(): Promise<void>; stop(): Promise<void> }

function startLoop(job: Job, { logins, now, log }: Required<Omit<Asked, 'jobs'>>): Loop {
  let last: Promise<unknown> = Promise.resolve()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = (): Promise<void> => {
    const next = last.then(() => job.run({ logins, now: now() }))
    last = next.catch(() => {})
    return next
  }
  const schedule = (): void => {
    if (!stopped) timer = setTimeout(() => void tick(), job.everySeconds * 1000)
  }
  const tick = async (): Promise<void> => {
    await turn().catch((error: unknown) => log(`job ${job.name} failed: ${withoutContents(error)}`))
    schedule()
  }
  schedule()
  return {
    turn,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await last
    },
  }
}

/** What an error is, never what it says: a message from the database can quote a row. */
export function withoutContents(error: unknown): string {
  if (error instanceof AggregateError) {
    return [...new Set(error.errors.map(withoutContents))].join(', ')
  }
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const table = 'table' in error && typeof error.table === 'string' ? ` ${error.table}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${error.name}${code}${table}${places.length > 0 ? ` ${places[0]?.trim()}` : ''}`
}
