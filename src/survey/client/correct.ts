import { newId } from '../../kernel/ids.ts'
import type { Copy, OpenVisit } from './database.ts'
import type { Draft } from './draft.ts'
import type { Begun } from './gestures.ts'
import type { Said } from './outbox.ts'
import { consent, reach } from './use-agreements.ts'
import type { Vault } from './use-vault.ts'

type Correction = {
  readonly visit: OpenVisit
  readonly wasOpen: false
  readonly restored: Draft
  readonly isCorrection: true
  readonly begun: Begun
}

/** A visit that stands for a closed one of today: it begins with all that was said, and takes the place of its copy. */
export async function correctionOf(vault: Vault, copy: Copy, draft: Draft, tag: string): Promise<Correction> {
  const { door, assignment, form } = copy
  const visit = { visit: newId(new Date()), door, assignment, form }
  const beside = await vault.beside(visit, draft)
  const write: Begun['beside']['write'] = async (writing, ids) => {
    await writing.objectStore('copies').delete(copy.visit)
    await beside.write(writing, ids)
  }
  const said = repeated({ visit: visit.visit, door, form }, copy.visit, draft, tag)
  const begun = { said, beside: { stores: ['copies'] as const, write } }
  return { visit, wasOpen: false, restored: draft, isCorrection: true, begun }
}

/** The union reads only the last visit of a chain: it says everything again. */
function repeated(of: Pick<Said, 'visit' | 'door' | 'form'>, before: string, draft: Draft, tag: string) {
  const { answers, agreed, reach: way } = draft
  return [
    { kind: 'visit_corrected', body: { supersedes: before } },
    ...answers.map(([path, value]) => ({ kind: 'answer_set', body: { path, value } }) as const),
    ...(Object.values(way).some((said) => said !== '') ? [reach(way, tag)] : []),
    ...agreed.map(([purpose, yes]) => consent(purpose, yes, tag)),
  ].map((said) => ({ ...of, ...said }) as Said)
}
