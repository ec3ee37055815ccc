import type { AskedEngine } from './asked-engine.ts'

export type StratumKey = Readonly<Record<string, string>>

/** The cases of all files in one table, and their strata in one list. */
export type KeptTable = {
  /** Name of the table, once a file is in it. */
  relation: string
  readonly strata: StratumKey[]
  readonly codes: Map<string, number>
  readonly several: boolean
}

export const newKept = (several: boolean): KeptTable => ({
  relation: '',
  strata: [],
  codes: new Map(),
  several,
})

type Made = { readonly made: 'cases' | 'durations' | 'stretches'; readonly strata: readonly StratumKey[] }

/** Adds what was extracted of a file. A single file is left where it is: its table is not copied. */
export async function keepTable(engine: AskedEngine, kept: KeptTable, { made, strata }: Made): Promise<void> {
  const codes = strata.map((key) => codeOf(kept, key))
  if (!kept.several) {
    kept.relation = made
    return
  }
  // One id in two files is two cases: each file counts its own.
  const file = kept.relation === '' ? 0 : await nextFile(engine)
  const select = `select * replace (cast(list_value(${codes.join(', ')})[stratum + 1] as integer) as stratum${
    made === 'stretches' ? `, '${file}·' || id as id` : ''
  }), ${file} as file_no from ${made}`
  await engine.run(kept.relation === '' ? `create table kept as ${select}` : `insert into kept ${select}`)
  kept.relation = 'kept'
}

async function nextFile(engine: AskedEngine): Promise<number> {
  const [found] = await engine.rows<{ next: number }>('select max(file_no) + 1 as next from kept')
  return Number(found?.next ?? 0)
}

function codeOf({ strata, codes }: KeptTable, key: StratumKey): number {
  const name = JSON.stringify(Object.values(key))
  const known = codes.get(name)
  if (known !== undefined) return known
  codes.set(name, strata.push(key) - 1)
  return strata.length - 1
}
