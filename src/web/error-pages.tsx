import { randomBytes } from 'node:crypto'
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { withoutContents } from '../jobs/run-jobs.ts'
import type { PublicContext, PublicVariables } from '../ui/request.ts'
import { keepWhatWasTyped } from './drafts.ts'
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
const DISK_FULL = '53100'

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

function wordsFor(error: Error): {
  readonly title: string
  readonly sentence: string
  readonly status: 500 | 503
} {
  if (codeOf(error) === DISK_FULL) return { ...wordsOfErrors.diskFull, status: 503 }
  if (DATABASE_AWAY.test(`${codeOf(error)} ${error.message}`)) return { ...wordsOfErrors.away, status: 503 }
  return { ...wordsOfErrors.broken, status: 500 }
}

/** A bug gives a page with a reference and no word of the exception; the log has the reference, and no contents either. */
export const broken: ErrorHandler<Env> = (error, c) => {
  if (error instanceof ForgedForm) return staleForm(c)
  const reference = randomBytes(4).toString('hex')
  const { title, sentence, status } = wordsFor(error)
  const line = { level: 'error', reference, path: c.req.routePath, error: withoutContents(error) }
  console.error(JSON.stringify(line))
  return c.var.page(
    { title, status },
    <Sentence title={title} sentence={sentence} more={wordsOfErrors.reference(reference)} />,
  )
}

/** Nothing was done; what was typed waits on the page itself, for the same account. */
async function staleForm(c: PublicContext) {
  if (c.var.visitor) await keepWhatWasTyped(c)
  const { title, sentence, reopen } = wordsOfErrors.forgedToken
  return c.var.page(
    { title, status: 403 },
    <>
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      <div class="acts">
        <a class="btn" href={c.req.path}>
          {reopen}
        </a>
      </div>
    </>,
  )
}
