import { CONTENTS } from '../../access/grant.ts'
import { type Actor, isIn } from '../../access/scope.ts'

/** Whether this person meets the pages of sources at all: a programme receives no file. */
export const readsSources = (actor: Actor): boolean =>
  actor.kind !== 'programme' && isIn(actor, ...CONTENTS[actor.kind])
