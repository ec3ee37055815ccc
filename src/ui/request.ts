import type { Context, Hono } from 'hono'
import type { ComponentChildren, VNode } from 'preact'
import type { BaseIssue, BaseSchema, InferOutput } from 'valibot'
import type { Keyring } from '../access/keyring.ts'
import type { Actor, ScopedDb } from '../access/scope.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import type { FormState } from './form.tsx'
import type { LayoutWords } from './layout.tsx'

/** A person who signed in: an account and a session, perhaps no space yet. */
export type Visitor = {
  readonly accountId: string
  readonly accountName: string
  readonly accountEmail: string
  readonly sessionId: string
  readonly sessionHash: Buffer
  readonly hasSecondFactor: boolean
  readonly secondFactorAt: Date | null
}

/** Somebody without an account: a page in their language, no way into the house, forms that carry their own token. */
export type Guest = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly words: LayoutWords & { readonly demo: string }
  readonly mint: () => string
}

export type PageOptions = {
  readonly title: string
  readonly crumbs?: readonly { href?: string; label: string }[]
  readonly status?: 200 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
  /** Loads the islands' script; without it a page has no JavaScript at all. */
  readonly islands?: boolean
  readonly guest?: Guest
}

/** A large file that a form brought, standing on the disk until this request ends, unless a room moves it. */
export type ParkedFile = {
  /** `whole` is all of it; of the others nothing is kept. */
  readonly state: 'whole' | 'cut' | 'too_large' | 'no_room'
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

type ValuesSchema = BaseSchema<unknown, unknown, BaseIssue<unknown>>
export type ReadForm<S extends ValuesSchema> =
  | { readonly ok: true; readonly value: InferOutput<S>; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

/** What web/ puts on every request. */
export type PublicVariables = {
  readonly now: Date
  readonly today: CalendarDay
  readonly publicUrl: URL
  readonly demo: boolean
  /** Where large files wait, and how large one may be. */
  readonly uploads: { readonly folder: string; readonly bytes: number }
  readonly parked: ParkedFile | undefined
  readonly keyring: Keyring
  readonly visitor: Visitor | undefined
  readonly actor: Actor | undefined
  /** Draws a whole page around a view. */
  readonly page: (options: PageOptions, body: VNode) => Response | Promise<Response>
  /** Set once a page was answered, compressed as its reader takes it. */
  readonly squeezed: boolean | undefined
  /** A form as it starts: the defaults, under what this person had typed when a session ended. */
  readonly startForm: (defaults?: Readonly<Record<string, string>>) => FormState
  /** Reads and checks what was sent; when refused, gives back what was typed with the errors beside it. */
  readonly readForm: <S extends ValuesSchema>(schema: S) => Promise<ReadForm<S>>
}

/** What a request inside a space has besides. */
export type SpaceVariables = Omit<PublicVariables, 'actor' | 'visitor'> & {
  readonly actor: Actor
  readonly visitor: Visitor
  /** One transaction as this person in this space. */
  readonly inScope: <T>(work: (db: ScopedDb) => Promise<T>) => Promise<T>
  /**
   * The same for a form, once per form token: a second sending answers with the first one's path and does nothing.
   * `work` returns the path to go to; a refusal rolls everything back.
   */
  readonly once: <R extends Refusal>(
    work: (db: ScopedDb) => Promise<Result<string, R>>,
  ) => Promise<Result<string, R>>
}

export type PublicApp = Hono<{ Variables: PublicVariables }>
export type SpaceApp = Hono<{ Variables: SpaceVariables }>
export type SpaceContext = Context<{ Variables: SpaceVariables }>
export type PublicContext = Context<{ Variables: PublicVariables }>
export type { ComponentChildren }
