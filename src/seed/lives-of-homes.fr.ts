import { DAMP_AND_COLD } from './lives-of-damp-and-cold.fr.ts'
import { DIGNITY } from './lives-of-dignity.fr.ts'
import { REPAIRS } from './lives-of-repairs.fr.ts'
import type { Life } from './lives.ts'

/** Troubles of one home, from the quick repair to the year of promises; the first is the one that is shown. */
export const HOME_LIVES: readonly Life[] = [...DAMP_AND_COLD, ...REPAIRS, ...DIGNITY]
