import * as v from 'valibot'
import type { PublicApp } from '../../ui/request.ts'
import type { Presentation } from '../domain/presentation.ts'
import { publishPresentation } from '../doors.ts'
import { findPublished, listPublished, type Published } from '../store/publications.ts'
import { UnionPage } from '../views/union-page.tsx'
import { UnionsPage } from '../views/unions-page.tsx'

/** The public pages of unions: what each one published of itself, as published. */
export function unionRoutes(app: PublicApp): void {
  app.get('/unions', async (c) => {
    const rows = await listPublished(c.var.keyring, publishPresentation.name)
    const unions = rows.flatMap((row) => {
      const presentation = presentationIn(row)
      return presentation ? [{ slug: row.slug, ...presentation }] : []
    })
    return c.var.page({ title: 'Unions de locataires' }, <UnionsPage unions={unions} />)
  })
  app.get('/unions/:slug', async (c) => {
    const row = await findPublished(c.var.keyring, publishPresentation.name, c.req.param('slug'))
    const union = row && presentationIn(row)
    if (!union) return c.notFound()
    const crumbs = [{ href: '/unions', label: 'Unions' }, { label: union.title }]
    return c.var.page({ title: union.title, crumbs }, <UnionPage union={union} since={row.published_at} />)
  })
}

function presentationIn(row: Published): Presentation | undefined {
  const read = v.safeParse(publishPresentation.projection, row.projection)
  return read.success ? read.output : undefined
}
