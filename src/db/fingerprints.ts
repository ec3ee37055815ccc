import pg from 'pg'

export type Fingerprint = {
  readonly database: string
  readonly table: string
  readonly rows: number
  readonly md5: string
}

const databases = `
  select datname as name from pg_database where datallowconn and not datistemplate order by 1`

const tables = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
  order by 1`

/** Every database of the cluster, table by table: how many rows, and one hash over all of them in an order that their contents decide. */
export async function fingerprints(ownerUrl: string): Promise<Fingerprint[]> {
  const found: Fingerprint[] = []
  for (const database of await inDatabase(ownerUrl, (client) => names(client, databases))) {
    const url = new URL(ownerUrl)
    url.pathname = `/${encodeURIComponent(database)}`
    found.push(...(await inDatabase(url.href, (client) => fingerprintsOf(client, database))))
  }
  return found
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function names(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}

async function fingerprintsOf(client: pg.Client, database: string): Promise<Fingerprint[]> {
  await client.query(`set timezone to 'UTC'`)
  await client.query('begin isolation level repeatable read read only')
  const found: Fingerprint[] = []
  for (const table of await names(client, tables))
    found.push({ database, ...(await fingerprint(client, table)) })
  return found
}

async function fingerprint(client: pg.Client, table: string): Promise<Omit<Fingerprint, 'database'>> {
  const { rows } = await client.query<{ rows: string; md5: string }>(
    `select count(*)::text as rows, md5(coalesce(string_agg(h, '' order by h), '')) as md5
     from (select md5(t::text) as h from ${table} t) hashed`,
  )
  return { table, rows: Number(rows[0]?.rows), md5: rows[0]?.md5 ?? '' }
}
