/** The samples behind the reference answers, each row read as a wait: what R was given, by its own rules. */
import type { Wait } from '../../src/measure/exits.ts'
import { referenceRows } from './reference-answers.ts'

type Row = Record<string, string>
export type ReferenceWait = Wait & { readonly group: string; readonly row: Row }

const BOSTON_AS_OF = Date.parse('2026-02-17T02:21:40Z')
const BOSTON_CAUSES = ['Resolved', 'Noted', 'Transitioned']

const READ: Record<string, { path: string; wait: (row: Row) => Wait; group: (row: Row) => string }> = {
  aml: {
    path: 'survival/aml.csv',
    wait: ({ time, status }) => ({ time: Number(time), cause: Number(status) }),
    group: ({ x }) => `x=${x}`,
  },
  lung: {
    path: 'survival/lung.csv',
    wait: ({ time, status }) => ({ time: Number(time), cause: Number(status) - 1 }),
    group: ({ sex }) => `sex=${sex}`,
  },
  veteran: {
    path: 'survival/veteran.csv',
    wait: ({ time, status }) => ({ time: Number(time), cause: Number(status) }),
    group: ({ celltype }) => `celltype=${celltype}`,
  },
  mgus2_competing: {
    path: 'survival/mgus2.csv',
    wait: ({ ptime, pstat, futime, death }) =>
      pstat === '1' ? { time: Number(ptime), cause: 1 } : { time: Number(futime), cause: 2 * Number(death) },
    group: ({ sex }) => `sex=${sex}`,
  },
  boston_311: {
    path: 'boston_311_newcrm/boston_311_requests_2026-02-17.csv',
    wait: ({ open_date = '', close_date = '', closure_reason = '' }) => {
      const until = close_date ? instant(close_date) : BOSTON_AS_OF
      const cause = 1 + BOSTON_CAUSES.findIndex((reason) => closure_reason.startsWith(reason))
      const time = Math.floor((until - instant(open_date)) / 86_400_000) + 0.5
      return { time, cause: close_date ? cause : 0 }
    },
    group: ({ case_topic }) => `topic=${case_topic}`,
  },
}

/** «2025-08-01 06:35:06.539+00», as the file writes it. */
export const instant = (text: string): number => Date.parse(`${text}:00`.replace(' ', 'T'))

const samples = new Map<string, readonly ReferenceWait[]>()

/** The waits of a sample, of one of its groups or of all. */
export function referenceWaits(set: string, group = 'all'): readonly ReferenceWait[] {
  const known = samples.get(set) ?? readSample(set)
  samples.set(set, known)
  return group === 'all' ? known : known.filter((wait) => wait.group === group)
}

function readSample(set: string): ReferenceWait[] {
  const { path, wait, group } = READ[set] ?? {}
  if (!path || !wait || !group) throw new Error(`no sample ${set}`)
  return referenceRows(path).map((row) => ({ ...wait(row), group: group(row), row }))
}
