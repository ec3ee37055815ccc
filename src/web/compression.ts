import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { PublicContext, PublicVariables } from '../ui/request.ts'

const gzipped = promisify(gzip)
const alreadyDone = () => Promise.resolve()

/** Compresses for whoever asks for it; the others' answers are not opened at all, nor are pages, which come so. */
export const compressWhenAsked = (): MiddlewareHandler<{ Variables: PublicVariables }> => {
  const squeeze = compress()
  return async (c, next) => {
    await next()
    if (c.req.header('accept-encoding') && !c.get('squeezed')) await squeeze(c, alreadyDone)
  }
}

/** A page, compressed at once where gzip is taken as it is: as a stream it would cost as much as drawing it. */
export async function answerPage(
  c: PublicContext,
  html: string,
  status: ContentfulStatusCode,
): Promise<Response> {
  if (!/(?:^|,)\s*gzip\s*(?:,|$)/.test(c.req.header('accept-encoding') ?? '')) return c.html(html, status)
  c.set('squeezed', true)
  c.header('content-type', 'text/html; charset=UTF-8')
  c.header('content-encoding', 'gzip')
  c.header('vary', 'Accept-Encoding', { append: true })
  return c.body(new Uint8Array(await gzipped(html)), status)
}
