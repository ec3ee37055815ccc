import { fileOf } from '../../complaints/domain/clocks.ts'
import type { ComplaintState } from '../../complaints/domain/state.ts'

/** What a household does by itself, with its code; the last segment of the address of each. */
export const ACTS = ['gone', 'contest', 'add', 'withdraw'] as const
export type Act = (typeof ACTS)[number]

export const ACT_PATHS: Readonly<Record<Act, string>> = {
  gone: '/suivi/repare',
  contest: '/suivi/contester',
  add: '/suivi/ajouter',
  withdraw: '/suivi/retirer',
}

/** How a household says that it reminded the landlord; what it was told stays with the union's own notes. */
export const REMINDED_BY = [
  'in_person',
  'caretaker',
  'phone',
  'email',
  'letter',
  'registered_letter',
] as const
export type RemindedBy = (typeof REMINDED_BY)[number]

/** What can be done now: nobody is offered an act that would be refused. */
export function actsPossible(state: ComplaintState): readonly Act[] {
  const waits = state.tenant.at(-1)
  const running = waits !== undefined && waits.until === undefined
  const closed = fileOf(state)?.until !== undefined
  return ACTS.filter((act) => {
    if (act === 'gone') return running
    if (act === 'contest') return running && closed && !state.contested
    return true
  })
}
