import { createHash } from 'node:crypto'
import pg from 'pg'

/** Texts one connection keeps planned; others (a list of another length each time) are planned as they come. */
const MOST_STATEMENTS = 300

/**
 * A connection that prepares each query it meets: under row-level security, planning a join of six tables takes four
 * times as long as running it (docs/decisions/0060). Statements without parameters pass as they are.
 */
export class PreparedClient extends pg.Client {
  readonly #names = new Map<string, string>()

  // pg's own signature is a set of overloads; only the one that Kysely calls is changed.
  override query(...args: unknown[]): never {
    const [text, values] = args
    const named =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#nameOf(text) : undefined
    const changed = named === undefined ? args : [{ name: named, text, values }, ...args.slice(2)]
    return super.query(...(changed as Parameters<pg.Client['query']>)) as never
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= MOST_STATEMENTS) return known
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
    this.#names.set(text, name)
    return name
  }
}
