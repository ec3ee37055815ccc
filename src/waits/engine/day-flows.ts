import type { DayFlow } from '../../sources/domain/truncation.ts'
import type { AskedEngine } from './asked-engine.ts'

/** Openings and closings of each day until the as-of, in order. */
export async function dayFlows(engine: AskedEngine, relation: string, asOf: number): Promise<DayFlow[]> {
  const told = (day: string) =>
    `select ${day} as day, count(*) as n from ${relation} where ${day} <= ${asOf} group by 1`
  const rows = await engine.rows<{ day: number; opened: bigint; closed: bigint }>(
    `select day, coalesce(o.n, 0) as opened, coalesce(c.n, 0) as closed
     from (${told('opened_day')}) o full join (${told('closed_day')}) c using (day) order by day`,
  )
  return rows.map(({ day, opened, closed }) => ({ day, opened: Number(opened), closed: Number(closed) }))
}
