import type { Context, MiddlewareHandler } from 'hono'
import type { PublicVariables } from '../ui/request.ts'
import { onlyShortBodies } from './guards.ts'
import { boundaryIn, readMultipart, UnreadableForm } from './read-multipart.ts'
import { wordsOfErrors } from './words.fr.ts'

const MB = 1024 * 1024
const FILE_BYTES = 10 * MB
const SENT_BYTES = 64 * MB
/** Whoever signed in may send five files at once; anybody else, one. */
const MOST_FILES = 5

const readsNothing = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

/**
 * What is sent may not be longer than this, but for forms with files: those are read as they arrive, each file as far as
 * it may go, so that a file that is too large never fills the memory nor takes the words beside it along.
 */
export const sentForms = (maxSize: number): MiddlewareHandler<{ Variables: PublicVariables }> => {
  const limit = onlyShortBodies(maxSize)
  return async (c, next) => {
    const boundary = boundaryIn(c.req.header('content-type') ?? '')
    const body = c.req.raw.body
    if (readsNothing(c) || boundary === undefined || !body) return limit(c, next)
    const files = c.var.visitor ? MOST_FILES : 1
    const limits = { fileBytes: FILE_BYTES, files, textBytes: MB, sentBytes: SENT_BYTES }
    try {
      const form = await readMultipart(body, boundary, limits)
      Object.assign(c.req.bodyCache, { formData: Promise.resolve(form) }) // where parseBody() looks first
    } catch (error) {
      if (error instanceof UnreadableForm) return c.text(wordsOfErrors.unreadableForm, 413)
      throw error
    }
    return next()
  }
}
