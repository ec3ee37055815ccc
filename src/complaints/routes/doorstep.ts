import type { MiddlewareHandler } from 'hono'
import { CONTENTS } from '../../access/grant.ts'
import { isIn } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { SpaceContext, SpaceVariables } from '../../ui/request.ts'

/** Lets in who follows a union's complaints; for anybody else there is nothing here. The database refuses them all the same. */
export const onlyFollowers: MiddlewareHandler<{ Variables: SpaceVariables }> = async (c, next) => {
  const { actor } = c.var
  if (actor.kind !== 'union' || !isIn(actor, ...CONTENTS.union)) return c.notFound()
  return next()
}

/** An identifier in the path, or an empty string, which names nothing. */
export function idIn(c: SpaceContext, name = 'id'): string {
  const id = c.req.param(name) ?? ''
  return isUuid(id) ? id : ''
}

export const COMPLAINTS_CRUMB = { href: '/reclamations', label: 'Réclamations' }
