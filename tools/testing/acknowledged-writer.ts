// A child process that writes rows one after another, and notes each id in a file once PostgreSQL has acknowledged it.
// node acknowledged-writer.ts OWNER_URL FILE
import { openSync, writeSync } from 'node:fs'
import pg from 'pg'

const [ownerUrl, file = ''] = process.argv.slice(2)
const client = new pg.Client(ownerUrl)
// The cluster is killed under us: the connection ends with an error, and so do we.
client.on('error', () => process.exit(0))
await client.connect()
const { rows } = await client.query<{ last: number }>('select coalesce(max(id), 0)::int as last from written')
const acknowledged = openSync(file, 'a')
process.send?.('ready')
try {
  for (let id = (rows[0]?.last ?? 0) + 1; ; id++) {
    await client.query('insert into written (id, words) values ($1, $2)', [id, `mot ${id} `.repeat(40)])
    writeSync(acknowledged, `${id}\n`)
    if (id % 50 === 0)
      await client.query('update written set words = words || $1 where id > $2', ['.', id - 30])
  }
} catch {
  process.exit(0)
}
