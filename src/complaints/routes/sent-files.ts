import * as v from 'valibot'
import type { CleanFile } from '../../documents/upload.ts'
import { typedLine } from '../../kernel/typed-text.ts'
import type { FormState } from '../../ui/form.tsx'
import type { PublicContext, SpaceContext } from '../../ui/request.ts'
import { cleanFiles } from '../actions/attach.ts'
import { LABEL_TOO_LONG, sayFilesRefusal } from '../views/attachment-words.fr.ts'

const LONGEST_LABEL = 200

/** The files of a form, several under one name (« [] » is how Hono reads them all), and what they show. */
const FilesForm = v.object({
  'pieces[]': v.pipe(
    v.optional(v.array(v.union([v.file(), v.string()])), []),
    v.transform((sent) =>
      sent.filter((one) => one instanceof File).filter((f) => f.size > 0 || f.name !== ''),
    ),
  ),
  piece_label: v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.check((text) => Array.from(text).length <= LONGEST_LABEL, LABEL_TOO_LONG),
  ),
})

export type SentFiles =
  | {
      readonly ok: true
      readonly files: readonly CleanFile[]
      readonly label: string
      readonly form: FormState
    }
  | { readonly ok: false; readonly form: FormState }

/**
 * Reads and cleans the files of a form that holds `AttachmentFields`, before its transaction opens. Refused, the form
 * comes back with all its words, and why beside the files.
 */
export async function readFiles(
  c: Pick<SpaceContext | PublicContext, 'var'>,
  form: FormState,
): Promise<SentFiles> {
  const read = await c.var.readForm(FilesForm)
  if (!read.ok) return { ok: false, form: { ...form, errors: { ...form.errors, ...read.form.errors } } }
  const { 'pieces[]': files, piece_label: label } = read.value
  const clean = await cleanFiles(files)
  if (clean.ok) return { ok: true, files: clean.value, label, form }
  const errors = { ...form.errors, 'pieces[]': sayFilesRefusal(clean.refusal) }
  return { ok: false, form: { ...form, errors } }
}
