import type { PublicContext, Visitor } from '../../ui/request.ts'

/** Who is there with nothing due, or where to go first. */
export function signedIn(c: PublicContext): Visitor | Response {
  const { visitor } = c.var
  const suite = `?suite=${encodeURIComponent(c.req.path)}`
  if (!visitor) return c.redirect(`/entrer${suite}`, 303)
  if (visitor.hasSecondFactor && !visitor.secondFactorAt)
    return c.redirect(`/entrer/second-facteur${suite}`, 303)
  return visitor
}
