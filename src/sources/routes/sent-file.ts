import { newId } from '../../kernel/ids.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceContext } from '../../ui/request.ts'
import { openEngine } from '../engine/duck.ts'
import { inspectFile } from '../engine/inspect-file.ts'
import { forgetWaiting, keepWaiting } from '../engine/waiting-files.ts'
import { forgetCutUploads, insertCutUpload } from '../store/cut-uploads.ts'
import { sayFileRefusal } from '../views/file-refusal.fr.ts'
import { sayParked } from '../views/refusal-words.fr.ts'
import { FILE_FIELD } from './large-file.ts'

export type SentFile = {
  readonly uploadId: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

type Read = { readonly ok: true; readonly file: SentFile } | { readonly ok: false; readonly form: FormState }

const NOTHING_CHOSEN = 'Choisissez le fichier à charger.'
const LONGEST_NAME = 300

/** The file of this form, whole, opened once and found to be a table; it waits from here on. Refused, nothing of it stays. */
export async function readSentFile(c: SpaceContext, form: FormState): Promise<Read> {
  const { parked, uploads, now } = c.var
  const refused = (sentence: string): Read => ({
    ok: false,
    form: { values: form.values, errors: { ...form.errors, [FILE_FIELD]: sentence } },
  })
  if (!parked) return refused(NOTHING_CHOSEN)
  const name = lastPartOf(parked.name)
  if (parked.state === 'cut') await noteCut(c, name, parked.bytes)
  if (parked.state !== 'whole') return refused(sayParked(parked.state, uploads.bytes))
  if (parked.bytes === 0) return refused(sayFileRefusal({ because: 'file_empty', name }))
  if (Object.keys(form.errors).length > 0) return { ok: false, form }
  const uploadId = newId(now)
  const why = await whyNoTable(parked.path, name)
  if (why !== undefined) return refused(why)
  await keepWaiting(uploads.folder, uploadId, parked.path)
  await c.var.inScope((db) => forgetCutUploads(db))
  return { ok: true, file: { uploadId, name, sha256: parked.sha256, bytes: parked.bytes } }
}

/** Whoever was cut off reads no answer: it is said when they come back. */
const noteCut = ({ var: { inScope, now } }: SpaceContext, fileName: string, bytes: number): Promise<void> =>
  inScope((db) => insertCutUpload(db, { id: newId(now), fileName, bytes, recordedAt: now }))

/** Takes the file back when what it came with was refused. */
export const forgetSentFile = (c: SpaceContext, { uploadId }: SentFile): Promise<void> =>
  forgetWaiting(c.var.uploads.folder, uploadId)

async function whyNoTable(path: string, name: string): Promise<string | undefined> {
  const engine = await openEngine({ reads: [path] })
  try {
    const inspected = await inspectFile(engine, path, { name })
    return inspected.ok ? undefined : sayFileRefusal(inspected.refusal)
  } finally {
    await engine.close()
  }
}

/** Some browsers send a whole path. */
const lastPartOf = (sent: string): string =>
  (sent.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(-LONGEST_NAME) || 'fichier'
