import type { ScopedDb } from '../../access/scope.ts'
import type { FormState } from '../../ui/form.tsx'
import { readSearch } from '../domain/search-words.ts'
import { searchHomes, type Whereabouts, whereaboutsOf } from '../store/whereabouts.ts'
import { REFUSALS } from '../words.fr.ts'

const CHOOSE = 'Choisissez le logement.'

export type ChosenHome = {
  readonly id: string | undefined
  /** To choose among, when words were typed and nothing was chosen. */
  readonly found: readonly Whereabouts[]
  readonly error?: string
}

/** The home that was chosen, or those that the words may mean; neither when nothing was asked. */
export async function chooseHome(
  db: ScopedDb,
  { home_id, home_words }: { readonly home_id: string; readonly home_words: string },
): Promise<ChosenHome> {
  if (home_id !== '') {
    const known = (await whereaboutsOf(db, [home_id])).has(home_id)
    return known ? { id: home_id, found: [] } : { id: undefined, found: [], error: REFUSALS.no_such_home }
  }
  const search = readSearch(home_words)
  if (!search) return { id: undefined, found: [] }
  const found = await searchHomes(db, search)
  return found.length > 0 ? { id: undefined, found } : { id: undefined, found, error: REFUSALS.no_such_home }
}

/** Says beside the right field what is missing. */
export const withHomeError = (form: FormState, { found, error = CHOOSE }: ChosenHome): FormState => ({
  ...form,
  errors: { [found.length > 0 ? 'home_id' : 'home_words']: error },
})
