/** What a vintage changes: strata by their lasting numbers, cases one by one, and the signed cells that follow. */
import { lexisSql } from '../../measure/fold-sql.ts'
import { STILL_OPEN } from '../../measure/lexis.ts'
import type { FileScope } from '../domain/vintage.ts'
import type { Engine } from './duck.ts'

export const BEFORE_TABLES = `
  create table before_stratum (id integer, place varchar, category varchar);
  create table before_case (key uuid, stratum integer, opened integer, closed integer, outcome integer, hours integer);
  create table before_cell (stratum integer, opened integer, closed integer, outcome integer, n bigint);`

export type Compared = {
  readonly asOfDay: number
  readonly scope: FileScope
  /** Whether cases of both vintages have numbers: they are then told apart. */
  readonly byCase: boolean
}

/**
 * Of `known` and the `before_…` tables, makes `stratum` (id, place, category, is_new), `now_case` in the order of keys,
 * `change` (key, what, was_…, now_…), `delta` (a Lexis table known from the as-of day) and `after_cell`.
 */
export async function compareVintages(engine: Engine, o: Compared): Promise<void> {
  await engine.run(STRATA)
  await engine.run(`create table now_case as
    select k.key, s.id as stratum, k.opened, k.closed, k.outcome, k.hours
    from known k join stratum s using (place, category) order by k.key`)
  await engine.run('drop table known')
  if (o.byCase) await engine.run(changeSql(o.scope))
  await engine.run(`create table delta as select * from (${deltaSql(o)}) as d
    order by stratum, opened, closed, outcome`)
  const before = o.byCase
    ? 'select stratum, opened, closed, outcome, count(*) as n from before_case group by all'
    : 'select stratum, opened, closed, outcome, n from before_cell'
  await engine.run(`create table after_cell as
    select stratum, opened, closed, outcome, cast(sum(n) as bigint) as n
    from (${before} union all select stratum, opened, closed, outcome, n from delta)
    group by all having sum(n) <> 0`)
  const [wrong] = await engine.rows('select 1 from after_cell where n < 0 limit 1')
  if (wrong) throw new Error('a source holds fewer cases than its vintage takes away')
}

const STRATA = `create table stratum as
  select id, place, category, false as is_new from before_stratum
  union all
  select (select coalesce(max(id), -1) from before_stratum) + cast(row_number() over (order by place, category) as integer),
    place, category, true
  from (select distinct place, category from known) anti join before_stratum using (place, category)`

const changeSql = (scope: FileScope): string => `create table change as
  select key, ${WHAT} as what, b.stratum as was_stratum, b.opened as was_opened, b.closed as was_closed,
    b.outcome as was_outcome, n.stratum, n.opened, n.closed, n.outcome, n.hours
  from before_case b full join now_case n using (key)
  where ${scope === 'whole' ? 'n.key is null' : 'false'} or b.key is null or (n.key is not null and
    (b.stratum, b.opened, b.closed, b.outcome, b.hours) is distinct from (n.stratum, n.opened, n.closed, n.outcome, n.hours))
  order by key`

const WHAT = `case when b.key is null then 'opened' when n.key is null then 'gone'
  when b.closed = ${STILL_OPEN} and n.closed <> ${STILL_OPEN} then 'closed'
  when b.closed <> ${STILL_OPEN} and n.closed = ${STILL_OPEN} then 'reopened' else 'rewritten' end`

const CELL = { stratum: 'stratum', openedDay: 'opened', closedDay: 'closed', outcome: 'outcome' }

function deltaSql({ asOfDay, scope, byCase }: Compared): string {
  const added = 'select stratum, opened, closed, outcome, 1 as n from now_case'
  const relation = byCase
    ? `select was_stratum as stratum, was_opened as opened, was_closed as closed, was_outcome as outcome, -1 as n
         from change where what <> 'opened'
       union all select stratum, opened, closed, outcome, 1 from change where what <> 'gone'`
    : scope === 'corrections'
      ? added
      : `${added} union all select stratum, opened, closed, outcome, -n from before_cell`
  return lexisSql({ ...CELL, relation: `(${relation})`, knownFrom: String(asOfDay), count: 'n' })
}

/** How many cases the vintage holds in all. */
export async function countCases(engine: Engine): Promise<number> {
  const [cases] = await engine.rows<{ n: bigint }>(
    'select cast(coalesce(sum(n), 0) as bigint) as n from after_cell',
  )
  return Number(cases?.n ?? 0n)
}

/** How many cases changed, and in what way. */
export async function countChanges(
  engine: Engine,
): Promise<Record<'opened' | 'closed' | 'reopened' | 'rewritten' | 'gone', number>> {
  const found = await engine.rows<{ what: string; n: bigint }>(
    'select what, count(*) as n from change group by what',
  )
  const of = (what: string): number => Number(found.find((row) => row.what === what)?.n ?? 0n)
  return {
    opened: of('opened'),
    closed: of('closed'),
    reopened: of('reopened'),
    rewritten: of('rewritten'),
    gone: of('gone'),
  }
}
