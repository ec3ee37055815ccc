import type { MiddlewareHandler } from 'hono'
import { CONTENTS } from '../../access/grant.ts'
import { isIn } from '../../access/scope.ts'
import { COMPLAINTS_CRUMB, type PlacedComplaint, sayProblem } from '../../complaints/public.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { SpaceContext, SpaceVariables } from '../../ui/request.ts'

/** Letters are for those who follow the union's complaints; for anybody else there is nothing here. */
export const onlyFollowers: MiddlewareHandler<{ Variables: SpaceVariables }> = async (c, next) => {
  const { actor } = c.var
  if (actor.kind !== 'union' || !isIn(actor, ...CONTENTS.union)) return c.notFound()
  return next()
}

/** An identifier in the path, or an empty string, which names nothing. */
export function idIn(c: SpaceContext): string {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? id : ''
}

/** The way to a page of letters, through what the complaint is about. */
export const crumbsOf = (
  complaint: Pick<PlacedComplaint, 'id' | 'family' | 'problem'>,
  ...rest: readonly { href?: string; label: string }[]
) => [COMPLAINTS_CRUMB, { href: `/reclamations/${complaint.id}`, label: sayProblem(complaint) }, ...rest]

/** A file to keep, whose name tells nobody's. */
export const fileAnswer = (bytes: Uint8Array, type: string, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
