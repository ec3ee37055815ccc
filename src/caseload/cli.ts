import type { Database } from '../db/connect.ts'
import { rebuildStates } from './actions/rebuild-states.ts'
import { sayRebuilt } from './views/rebuilt.fr.ts'

/** `complaints rebuild`: folds every thread again, and says which states did not say their thread. */
export const rebuildCommand = async (owner: Database): Promise<string> =>
  sayRebuilt(await rebuildStates(owner))
