import type { Context, MiddlewareHandler } from 'hono'
import type { PublicVariables } from '../ui/request.ts'
import { onlyShortBodies } from './guards.ts'
import { hasRoomFor, openParkingPlace, type Parking, type ParkingPlace } from './park-upload.ts'
import { boundaryIn, CutForm, type FormLimits, readMultipart, UnreadableForm } from './read-multipart.ts'
import { wordsOfErrors } from './words.fr.ts'

const MB = 1024 * 1024
const FILE_BYTES = 10 * MB
const SENT_BYTES = 64 * MB
/** Whoever signed in may send five files at once; anybody else, one. */
const MOST_FILES = 5

const readsNothing = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

/** The field of a form whose file is large and goes to the disk as it arrives, for the pages and people that have one. */
export type LargeFileField = (c: Context<{ Variables: PublicVariables }>) => string | undefined

/**
 * What is sent may not be longer than this, but for forms with files: those are read as they arrive, each file as far as
 * it may go, so that a file that is too large never fills the memory nor takes the words beside it along.
 */
export const sentForms = (
  maxSize: number,
  parking: Parking,
  largeFileField: LargeFileField,
): MiddlewareHandler<{ Variables: PublicVariables }> => {
  const limit = onlyShortBodies(maxSize)
  return async (c, next) => {
    const boundary = boundaryIn(c.req.header('content-type') ?? '')
    const body = c.req.raw.body
    if (readsNothing(c) || boundary === undefined || !body) return limit(c, next)
    const field = largeFileField(c)
    const place = field === undefined ? undefined : await openParkingPlace(parking, field)
    try {
      const limits = await limitsOf(c, parking, place)
      const form = await readMultipart(body, boundary, limits).catch((error: unknown) => {
        if (place?.parked() && error instanceof CutForm) return error.soFar
        throw error
      })
      Object.assign(c.req.bodyCache, { formData: Promise.resolve(form) }) // where parseBody() looks first
      c.set('parked', place?.parked())
      await next()
    } catch (error) {
      if (error instanceof UnreadableForm) return c.text(wordsOfErrors.unreadableForm, 413)
      throw error
    } finally {
      await place?.clear()
    }
    return undefined
  }
}

async function limitsOf(
  c: Context<{ Variables: PublicVariables }>,
  parking: Parking,
  place: ParkingPlace | undefined,
): Promise<FormLimits> {
  const files = c.var.visitor ? MOST_FILES : 1
  const limits = { fileBytes: FILE_BYTES, files, textBytes: MB, sentBytes: SENT_BYTES }
  if (!place) return limits
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced <= parking.bytes && !(await hasRoomFor(parking, announced))) place.refuse('no_room')
  // A file that is too large is let come and forgotten: a browser cut off in the middle shows no sentence of ours.
  return { ...limits, sentBytes: 4 * parking.bytes + SENT_BYTES, sink: place }
}
