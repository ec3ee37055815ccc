import type { MiddlewareHandler } from 'hono'
import { isIn } from '../../access/scope.ts'
import type { SpaceVariables } from '../../ui/request.ts'

/** For other circles these pages are absent; the database would show them no row anyway. */
export const administratorsOnly: MiddlewareHandler<{ Variables: SpaceVariables }> = async (c, next) =>
  isIn(c.var.actor, 'administrator') ? next() : c.notFound()
