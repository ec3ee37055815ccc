import { createHash } from 'node:crypto'
import { isIn, type ScopedDb } from '../access/scope.ts'
import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import { newId } from '../kernel/ids.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { compileForm } from './domain/compile/compile-form.ts'
import { isName } from './domain/compile/outline.ts'
import type { Form } from './domain/form.ts'
import type { InstrumentRefusal } from './domain/workbook-refusal.ts'
import { readWorkbook } from './engine/read-workbook.ts'
import { findInstrument, formTexts, insertInstrument, type Instrument, publishRow } from './store.ts'

export const writesInstruments = (actor: ScopedDb['actor']): boolean =>
  actor.kind === 'union' && isIn(actor, 'organiser', 'officer')

export type FormRead = { readonly form: Form; readonly text: string; readonly version: string }
export type PublicationRefusal =
  | { readonly because: 'no_such_instrument' | 'already_published' }
  | { readonly because: 'reads_files'; readonly files: readonly string[] }

const LONGEST_FORM = 1024 * 1024
const LONGEST_TITLE = 300

/** A file into a form with its fingerprint, or all that is wrong with it. */
export async function readForm(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<FormRead, InstrumentRefusal>> {
  const opened = await readWorkbook(bytes)
  if (!opened.ok) return opened
  const { workbook, formulas } = opened.value
  const compiled = compileForm(workbook, formName(fileName))
  if (formulas.length > 0) {
    const others = compiled.ok ? [] : compiled.refusal.refusals
    return refuse({ because: 'workbook_refused', refusals: [...formulas, ...others] })
  }
  if (!compiled.ok) return compiled
  // A form is JSON by its type; its members that are absent are written nowhere.
  const text = canonicalJson(compiled.value as unknown as Json)
  if (Buffer.byteLength(text) > LONGEST_FORM) return refuse({ because: 'form_too_long' })
  return accept({ form: compiled.value, text, version: createHash('sha256').update(text).digest('hex') })
}

/** As the name of the file says, in letters that a path may hold; a file whose name has none is « data ». */
function formName(fileName: string): string | undefined {
  const plain = fileName
    .replace(/\.xlsx$/i, '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w-]+/g, '_')
  return isName(plain) ? plain : undefined
}

export function keepInstrument(db: ScopedDb, read: FormRead, fileName: string, now: Date): Promise<string> {
  const title = read.form.title.slice(0, LONGEST_TITLE)
  const { version, text: form } = read
  return insertInstrument(db, { id: newId(now), version, title, fileName, form }, now)
}

export async function openInstrument(
  db: ScopedDb,
  id: string,
): Promise<(Instrument & { readonly form: Form }) | undefined> {
  const found = await findInstrument(db, id)
  return found && { ...found, form: formOf(found.form) }
}

/** What we wrote ourselves, under its fingerprint. */
const formOf = (text: string): Form => JSON.parse(text) as Form

/** From here on a campaign may ask it, and nothing of it changes. */
export async function publishInstrument(
  db: ScopedDb,
  id: string,
  now: Date,
): Promise<Result<undefined, PublicationRefusal>> {
  const found = await openInstrument(db, id)
  if (!found) return refuse({ because: 'no_such_instrument' })
  const files = Object.values(found.form.files)
  if (files.length > 0) return refuse({ because: 'reads_files', files })
  return (await publishRow(db, id, now)) ? accept() : refuse({ because: 'already_published' })
}

/** Published forms, as a phone takes them with it. */
export async function publishedForms(
  db: ScopedDb,
  versions: readonly string[],
): Promise<Readonly<Record<string, Form>>> {
  const texts = await formTexts(db, versions)
  return Object.fromEntries(texts.map(({ version, form }) => [version, formOf(form)]))
}
