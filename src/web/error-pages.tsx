import { randomBytes } from 'node:crypto'
import type { ErrorHandler, NotFoundHandler } from 'hono'
import type { PublicVariables } from '../ui/request.ts'
import { wordsOfErrors } from './words.fr.ts'

type Env = { Variables: PublicVariables }

/** A form whose token this session was never given. */
export class ForgedForm extends Error {}

const Sentence = ({ title, sentence, more }: { title: string; sentence: string; more?: string }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{sentence}</p>
    {more === undefined ? null : <p class="quiet">{more}</p>}
    <p>
      <a href="/">{wordsOfErrors.toHome}</a>
    </p>
  </>
)

/** Hidden = absent = 404: one page for all three. */
export const notFound: NotFoundHandler<Env> = (c) =>
  c.var.page({ title: wordsOfErrors.notFound.title, status: 404 }, <Sentence {...wordsOfErrors.notFound} />)

const DATABASE_AWAY =
  /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect|57P0[123]|53300/

/** A bug gives a page with a reference and no word of the exception; the log has the reference and the stack. */
export const broken: ErrorHandler<Env> = (error, c) => {
  if (error instanceof ForgedForm) {
    return c.var.page(
      { title: wordsOfErrors.forgedToken.title, status: 403 },
      <Sentence {...wordsOfErrors.forgedToken} />,
    )
  }
  const reference = randomBytes(4).toString('hex')
  const away = DATABASE_AWAY.test(`${'code' in error ? String(error.code) : ''} ${error.message}`)
  console.error(
    JSON.stringify({ level: 'error', reference, path: c.req.routePath, error: error.stack ?? error.message }),
  )
  const words = away ? wordsOfErrors.away : wordsOfErrors.broken
  return c.var.page(
    { title: words.title, status: away ? 503 : 500 },
    <Sentence {...words} more={wordsOfErrors.reference(reference)} />,
  )
}
