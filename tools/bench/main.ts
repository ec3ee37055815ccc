// `npm run bench` measures everything and writes docs/benchmarks.md; `npm run bench -- start reads kill` measures some and only prints.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { benchComplaints } from './complaints.ts'
import { benchExplorer } from './explorer.ts'
import { benchKill } from './kill.ts'
import { benchReads } from './reads.ts'
import type { BenchRow } from './row.ts'
import { benchSources } from './sources.ts'
import { benchStart } from './start.ts'
import { benchSurvey } from './survey.ts'
import { benchTorture } from './torture.ts'
import { benchWaits } from './waits.ts'

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  start: benchStart,
  reads: benchReads,
  complaints: benchComplaints,
  kill: benchKill,
  sources: benchSources,
  waits: benchWaits,
  explorer: benchExplorer,
  survey: benchSurvey,
  torture: benchTorture,
}

const line = (r: BenchRow): string =>
  `| ${r.what} | ${r.measured} | ${r.limit} | ${r.ratio === null ? '–' : r.ratio.toFixed(2)} | ${r.ok ? 'yes' : '**no**'} | \`${r.command}\` |`

const page = (rows: readonly BenchRow[], day: string): string => `# Benchmarks

Measured on ${day}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, by \`npm run bench\`.
A ratio is measured ÷ limit: at most 1 where the limit is a ceiling, at least 1 where it is a floor. Other work on the machine
shows in these numbers; run it again before you compare.

| what | measured | limit | ratio | held | command |
| --- | --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}
`

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(BENCHES)
const rows: BenchRow[] = []
for (const name of names) {
  const bench = BENCHES[name]
  if (!bench) throw new Error(`no bench is called ${name}: ${Object.keys(BENCHES).join(', ')}`)
  const measured = await bench()
  for (const row of measured) console.log(line(row))
  rows.push(...measured)
}
if (asked.length === 0) {
  writeFileSync(
    new URL('../../docs/benchmarks.md', import.meta.url),
    page(rows, new Date().toISOString().slice(0, 10)),
  )
  console.log('written: docs/benchmarks.md')
}
process.exitCode = rows.every((r) => r.ok) ? 0 : 1
