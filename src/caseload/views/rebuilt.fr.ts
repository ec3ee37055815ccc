import { formatCount } from '../../ui/format.fr.ts'
import type { Rebuilt } from '../actions/rebuild-states.ts'

const MOST_NAMED = 20

/** What a rebuild says on the command line: one sentence per space, the complaints that differed by identifier. */
export function sayRebuilt(rebuilt: readonly Rebuilt[]): string {
  if (rebuilt.length === 0) return 'Aucune réclamation\u202f: rien à replier.'
  return rebuilt
    .flatMap(({ name, complaints, differed }) => [
      `${name}\u202f: ${formatCount(complaints, 'réclamation')}, ${sayDiffered(differed.length)}.`,
      ...differed.slice(0, MOST_NAMED).map((id) => `  ${id}`),
      ...(differed.length > MOST_NAMED ? [`  et ${formatCount(differed.length - MOST_NAMED, 'autre')}`] : []),
    ])
    .join('\n')
}

const sayDiffered = (n: number): string =>
  n === 0
    ? 'tous les états disaient leur fil'
    : `${formatCount(n, 'état ne disait pas son fil et a été réécrit', 'états ne disaient pas leur fil et ont été réécrits')}`
