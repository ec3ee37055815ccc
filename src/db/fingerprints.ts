import pg from 'pg'

export type Fingerprint = { readonly table: string; readonly rows: number; readonly md5: string }

const tables = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
  order by 1`

/** Per table of our schemas: how many rows, and one hash over all of them in an order that their contents decide. */
export async function fingerprints(ownerUrl: string): Promise<Fingerprint[]> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query(`set timezone to 'UTC'`)
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ name: string }>(tables)
    const found: Fingerprint[] = []
    for (const { name } of rows) found.push(await fingerprint(client, name))
    return found
  } finally {
    await client.end()
  }
}

async function fingerprint(client: pg.Client, table: string): Promise<Fingerprint> {
  const { rows } = await client.query<{ rows: string; md5: string }>(
    `select count(*)::text as rows, md5(coalesce(string_agg(h, '' order by h), '')) as md5
     from (select md5(t::text) as h from ${table} t) hashed`,
  )
  return { table, rows: Number(rows[0]?.rows), md5: rows[0]?.md5 ?? '' }
}
