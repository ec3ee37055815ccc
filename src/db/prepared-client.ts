import pg from 'pg'

/** Texts one connection keeps planned; others (a list of another length each time) are planned as they come. */
const MOST_STATEMENTS = 300

/**
 * A connection that prepares each query it meets: under row-level security, planning a join of six tables takes four
 * times as long as running it (docs/decisions/0060). Statements without parameters pass as they are.
 */
export class PreparedClient extends pg.Client {
  readonly #names = new Map<string, string>()
  #count = 0

  // pg's own signature is a set of overloads; only the one that Kysely calls is changed.
  override query(...args: unknown[]): never {
    const [text, values] = args
    const known = typeof text === 'string' && Array.isArray(values) && values.length > 0
    const name = known ? this.#nameOf(text) : undefined
    const changed = name === undefined ? args : [{ name, text, values }, ...args.slice(2)]
    const answer: unknown = super.query(...(changed as Parameters<pg.Client['query']>))
    if (known && answer instanceof Promise)
      answer.catch((error: unknown) => this.#forgetWhenStale(text, error))
    return answer as never
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= MOST_STATEMENTS) return known
    const name = `palier_${++this.#count}`
    this.#names.set(text, name)
    return name
  }

  /** A migration changed what the text returns: PostgreSQL would refuse this name for as long as the connection lives. */
  #forgetWhenStale(text: string, error: unknown): void {
    if (error instanceof Error && error.message === 'cached plan must not change result type')
      this.#names.delete(text)
  }
}
