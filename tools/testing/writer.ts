import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { killNow } from './kill-cluster.ts'

export type Writer = { acknowledged(): number[]; stop(): Promise<void> }

const program = join(import.meta.dirname, 'acknowledged-writer.ts')

export const makeWritten = (ownerUrl: string): Promise<unknown[]> =>
  ask(ownerUrl, 'create table written (id int primary key, words text not null)')

/** Resolves when the child is about to write its first row. */
export async function startWriter(ownerUrl: string, file: string): Promise<Writer> {
  const child = fork(program, [ownerUrl, file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  })
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended])
  return {
    acknowledged: () => readAcknowledged(file),
    async stop() {
      if (child.pid) killNow(child.pid)
      await ended
    },
  }
}

/** The last line may be cut short when the writer itself is killed: only whole lines count. */
function readAcknowledged(file: string): number[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').slice(0, -1).map(Number)
}

export async function missing(ownerUrl: string, acknowledged: readonly number[]): Promise<number[]> {
  const rows = await ask<{ id: number }>(ownerUrl, 'select id from written')
  const present = new Set(rows.map(({ id }) => id))
  return acknowledged.filter((id) => !present.has(id))
}

async function ask<Row extends pg.QueryResultRow>(ownerUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
