import type { Database } from '../../db/connect.ts'
import { foldThread } from '../../complaints/domain/fold.ts'
import { waitCells } from '../../complaints/domain/wait-cells.ts'
import {
  holdThreads,
  middleOf,
  recountCells,
  spacesWithComplaints,
  type Stretch,
  threadsAfter,
  type SpaceNamed,
  writeDifferingStates,
} from '../store/rebuilding.ts'
import { stateRow } from '../../complaints/public.ts'

const BATCH = 1000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export type Rebuilt = SpaceNamed & {
  readonly complaints: number
  /** Complaints whose written state was not the fold of their thread. */
  readonly differed: readonly string[]
}

/** Folds every thread of every space again, and writes what differs. Run as the owner, beside a server that serves. */
export async function rebuildStates(owner: Database): Promise<readonly Rebuilt[]> {
  const rebuilt: Rebuilt[] = []
  for (const space of await spacesWithComplaints(owner)) rebuilt.push(await rebuildSpace(owner, space))
  return rebuilt
}

/** Two stretches at once: while one is folded here, the other is read or written there. */
async function rebuildSpace(owner: Database, space: SpaceNamed): Promise<Rebuilt> {
  const middle = (await middleOf(owner, space.id)) ?? BEFORE_ALL
  const [first, second] = await Promise.all([
    rebuildStretch(owner, space.id, { after: BEFORE_ALL, until: middle }),
    rebuildStretch(owner, space.id, { after: middle, until: AFTER_ALL }),
  ])
  await owner.transaction().execute((tx) => recountCells(tx, space.id))
  return {
    ...space,
    complaints: first.complaints + second.complaints,
    differed: [...first.differed, ...second.differed],
  }
}

async function rebuildStretch(owner: Database, spaceId: string, { after: start, until }: Stretch) {
  const differed: string[] = []
  let [complaints, after] = [0, start]
  for (let more = true; more;) {
    const batch = await owner.transaction().execute((tx) => rebuildBatch(tx, spaceId, { after, until }))
    complaints += batch.size
    differed.push(...batch.differed)
    after = batch.last
    more = batch.size === BATCH
  }
  return { complaints, differed }
}

async function rebuildBatch(tx: Database, spaceId: string, stretch: Stretch) {
  await holdThreads(tx)
  const unfolded = await threadsAfter(tx, spaceId, stretch, BATCH)
  const rows = unfolded.map(({ complaint, thread, nextDueOn }) =>
    stateRow(spaceId, complaint, foldThread(thread), nextDueOn, waitCells(thread)),
  )
  const differed = await writeDifferingStates(tx, rows)
  return { size: unfolded.length, last: unfolded.at(-1)?.complaint.id ?? stretch.after, differed }
}
