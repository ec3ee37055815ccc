// Measures one CSV in a process of its own: `csv-waits-child.ts FILE ROUNDS`.
import { DuckDBInstance } from '@duckdb/node-api'
import { countAll } from '../../src/waits/actions/count-all.ts'
import { measured } from './compared.ts'
import { AS_OF } from './tickets.ts'

const [file = '', rounds = '5'] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '768MB', threads: '2' })
const duck = await instance.connect()

/** DuckDB finds the form by itself, and is told the order of day and month. */
async function bare(): Promise<void> {
  await duck.runAndReadAll(`select quartier, coalesce(close_le::date, date '${AS_OF.text}') - ouverte_le::date as wait,
    close_le is null as waits, count(*) from read_csv('${file}', dateformat = '%d/%m/%Y') group by all`)
}

const map = file.replace(/csv$/, 'json')
const asked = {
  files: [file],
  map,
  asOf: AS_OF.text,
  by: ['quartier'],
  days: null,
  ties: null,
  now: new Date(),
}
const silent = {
  progress: () => undefined,
  guessed: () => undefined,
  read: () => undefined,
  doubts: () => undefined,
  idle: () => undefined,
  keptBack: () => undefined,
}

async function figures(): Promise<void> {
  const counted = await countAll(asked, silent)
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal))
}

console.log(JSON.stringify(await measured(bare, figures, Number(rounds))))
