import { CONTENTS, UNION_FIELD } from '../../access/grant.ts'
import { type Actor, isIn } from '../../access/scope.ts'
import type { JournalLine } from '../store/journal.ts'

const inField = (actor: Actor): boolean => actor.kind === 'union' && isIn(actor, ...UNION_FIELD)
const readsContents = (actor: Actor): boolean => isIn(actor, ...CONTENTS[actor.kind])
const always = (): boolean => true

type RowPage = { readonly path: (id: string) => string; readonly opens: (actor: Actor) => boolean }

/** Rows that have a page, and to whom it opens; a row that is no more has a page that says so. */
const PAGES: Readonly<Record<string, RowPage>> = {
  space: { path: () => '/espace', opens: always },
  invitation: { path: (id) => `/espace/invitations/${id}`, opens: always },
  estate: { path: (id) => `/lieux/residences/${id}`, opens: always },
  staircase: { path: (id) => `/lieux/entrees/${id}`, opens: always },
  home: { path: (id) => `/lieux/logements/${id}`, opens: inField },
  person: { path: (id) => `/personnes/${id}`, opens: inField },
  passage: { path: (id) => `/espace/portes#sorti-${id}`, opens: readsContents },
  inbox: { path: (id) => `/recu#recu-${id}`, opens: readsContents },
}

/** Where a line of the journal leads somebody who may administer; nothing when the row has no page, or not for them. */
export function pageOfRow(actor: Actor, { table_name, row_id }: JournalLine): string | undefined {
  const page = PAGES[table_name]
  return page && row_id !== null && page.opens(actor) ? page.path(row_id) : undefined
}
