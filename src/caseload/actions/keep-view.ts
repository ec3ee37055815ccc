import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findView, insertView, isNameTaken, listViews, removeView, renameView } from '../store/saved-views.ts'

/** More than anybody finds again; a list of views is read at a glance. */
const MOST_VIEWS = 50

export type ViewRefusal = { readonly because: 'name_taken' | 'too_many_views' | 'no_such_view' }

/** Keeps a list under a name of one's own. */
export async function keepView(
  db: ScopedDb,
  { name, query }: { readonly name: string; readonly query: string },
  now: Date,
): Promise<Result<string, ViewRefusal>> {
  if (await isNameTaken(db, name)) return refuse({ because: 'name_taken' })
  if ((await listViews(db)).length >= MOST_VIEWS) return refuse({ because: 'too_many_views' })
  const id = newId(now)
  await insertView(db, { id, name, query })
  return accept(id)
}

export async function nameView(
  db: ScopedDb,
  id: string,
  name: string,
): Promise<Result<undefined, ViewRefusal>> {
  if (!(await findView(db, id))) return refuse({ because: 'no_such_view' })
  if (await isNameTaken(db, name, id)) return refuse({ because: 'name_taken' })
  await renameView(db, id, name)
  return accept()
}

export async function dropView(db: ScopedDb, id: string): Promise<Result<undefined, ViewRefusal>> {
  if (!(await findView(db, id))) return refuse({ because: 'no_such_view' })
  await removeView(db, id)
  return accept()
}
