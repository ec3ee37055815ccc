import type { MiddlewareHandler } from 'hono'
import type { ScopedDb } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceContext, SpaceVariables } from '../../ui/request.ts'
import { mayAgree } from '../actions/agreements.ts'
import { mayLoad } from '../actions/sources.ts'
import { readsSources } from '../actions/who-may.ts'
import type { Source } from '../domain/source.ts'
import { findSource } from '../store/sources.ts'

type Guard = MiddlewareHandler<{ Variables: SpaceVariables }>

/** Whoever reads no source finds nothing here, and whoever loads none finds no form. */
export const readers: Guard = async (c, next) => (readsSources(c.var.actor) ? next() : c.notFound())
export const loaders: Guard = async (c, next) => (mayLoad(c.var.actor) ? next() : c.notFound())
export const agreers: Guard = async (c, next) => (mayAgree(c.var.actor) ? next() : c.notFound())

export const SOURCE = '/sources/:id{[0-9a-f-]{36}}'
export const SOURCES_CRUMB = { href: '/sources', label: 'Sources' }
export const AGREEMENTS_CRUMB = { href: '/sources/accords', label: 'Conventions' }

export const idIn = (c: SpaceContext): string => {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? id : ''
}

/** The source of this path, as this person's scope shows it. */
export const sourceIn = (c: SpaceContext, db: ScopedDb): Promise<Source | undefined> => {
  const id = idIn(c)
  return id === '' ? Promise.resolve(undefined) : findSource(db, id)
}

export const crumbsOf = (source: Pick<Source, 'id' | 'name'>, label: string) => [
  SOURCES_CRUMB,
  { href: `/sources/${source.id}`, label: source.name },
  { label },
]

export const statusOf = (form: FormState): 200 | 422 => (Object.keys(form.errors).length > 0 ? 422 : 200)
