import { accept, refuse, type Result } from '../../kernel/result.ts'

/**
 * Two files of one human are joined by pointing one at the other. Nothing moves and nothing is rewritten: stays and
 * agreements keep the file they were told under and are read together, so that undoing restores exactly.
 */
export type MergerPerson = { readonly id: string; readonly mergedInto: string | null }
export type Merger = {
  readonly id: string
  readonly keptId: string
  readonly mergedId: string
  /** Files that already pointed at the merged one, and now point at the kept one. */
  readonly repointed: readonly string[]
  readonly undone: boolean
}

export type MergeRefusal = { because: 'same_person' | 'already_joined' | 'no_such_person' }
export type UndoRefusal = { because: 'already_undone' | 'later_merger_first' }

/** What each file must point at once the two are joined. */
export function planMerge(
  files: readonly MergerPerson[],
  keptId: string,
  mergedId: string,
): Result<{ repointed: readonly string[] }, MergeRefusal> {
  if (keptId === mergedId) return refuse({ because: 'same_person' })
  const [kept, merged] = [keptId, mergedId].map((id) => files.find((file) => file.id === id))
  if (!kept || !merged) return refuse({ because: 'no_such_person' })
  if (kept.mergedInto !== null || merged.mergedInto !== null) return refuse({ because: 'already_joined' })
  return accept({ repointed: files.filter((file) => file.mergedInto === mergedId).map((file) => file.id) })
}

/** Allowed only while all that the merge pointed at the kept file still does. */
export function mayUndo(files: readonly MergerPerson[], merger: Merger): Result<undefined, UndoRefusal> {
  if (merger.undone) return refuse({ because: 'already_undone' })
  const pointsThere = (id: string): boolean =>
    files.find((file) => file.id === id)?.mergedInto === merger.keptId
  if (![merger.mergedId, ...merger.repointed].every(pointsThere))
    return refuse({ because: 'later_merger_first' })
  return accept()
}

/** The files after the merge; with `undone` the files after it was taken back. */
export function pointedAfter(
  files: readonly MergerPerson[],
  merger: Omit<Merger, 'undone' | 'id'>,
  undone: boolean,
): readonly MergerPerson[] {
  return files.map((file) => {
    if (file.id === merger.mergedId) return { ...file, mergedInto: undone ? null : merger.keptId }
    if (!merger.repointed.includes(file.id)) return file
    return { ...file, mergedInto: undone ? merger.mergedId : merger.keptId }
  })
}
