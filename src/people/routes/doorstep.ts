import type { MiddlewareHandler } from 'hono'
import type { Circle } from '../../access/circles.ts'
import { CONTENTS } from '../../access/grant.ts'
import { isIn } from '../../access/scope.ts'
import type { SpaceContext, SpaceVariables } from '../../ui/request.ts'
import { isUuid } from '../../kernel/ids.ts'

/** Circles that meet people; the others do not know that these pages exist. */
export const FIELD = ['organiser', 'steward', 'canvasser', 'officer'] as const satisfies readonly Circle[]
/** Circles that follow complaints: the others are not led to note one. */
export const FOLLOWERS = CONTENTS.union
export const JOINERS = ['organiser', 'officer'] as const satisfies readonly Circle[]
export const DECIDER = ['officer'] as const satisfies readonly Circle[]

/** Lets in these circles of a union; for anybody else there is nothing here. The database refuses them all the same. */
export const onlyFor =
  (circles: readonly Circle[]): MiddlewareHandler<{ Variables: SpaceVariables }> =>
  async (c, next) => {
    const { actor } = c.var
    if (actor.kind !== 'union' || !isIn(actor, ...circles)) return c.notFound()
    return next()
  }

/** An identifier in the path, or an empty string, which names nothing. */
export function idIn(c: SpaceContext, name = 'id'): string {
  const id = c.req.param(name) ?? ''
  return isUuid(id) ? id : ''
}

/** A page number from the address; anything else is the first. */
export function pageIn(c: SpaceContext): number {
  const page = Number(c.req.query('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
}
