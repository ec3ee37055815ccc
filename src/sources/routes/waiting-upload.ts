import * as v from 'valibot'
import type { ScopedDb } from '../../access/scope.ts'
import type { SpaceContext } from '../../ui/request.ts'
import { SILENT_MS } from '../actions/read-upload.ts'
import type { DataAgreement } from '../domain/agreement.ts'
import type { ImportRefusal } from '../domain/import.ts'
import type { Source } from '../domain/source.ts'
import type { Upload } from '../domain/upload.ts'
import type { FileScope } from '../domain/vintage.ts'
import { findAgreement } from '../store/agreements.ts'
import { listUploads } from '../store/uploads.ts'
import type { ReadingState } from '../views/reading-words.fr.ts'
import { sourceIn } from './doorstep.ts'

/** What is kept beside a file that waits: what was chosen for it, and why it was refused. */
const Facts = v.object({
  scope: v.optional(v.picklist(['whole', 'corrections']), 'whole'),
  values: v.optional(v.record(v.string(), v.string()), {}),
  startedAt: v.optional(v.string()),
  readBefore: v.optional(v.string()),
  refusal: v.optional(v.looseObject({ because: v.string() })),
})

export type UploadFacts = {
  readonly scope: FileScope
  readonly values: Readonly<Record<string, string>>
  readonly startedAt: Date | undefined
  /** The same file had been read then, in the same way. */
  readonly readBefore: Date | undefined
  readonly refusal: ImportRefusal | undefined
}

const NOTHING_KEPT: v.InferOutput<typeof Facts> = { scope: 'whole', values: {} }
const dateOf = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(text)

export function factsOf(upload: Upload): UploadFacts {
  const read = v.safeParse(Facts, upload.facts)
  const { scope, values, startedAt, readBefore, refusal } = read.success ? read.output : NOTHING_KEPT
  return {
    scope,
    values,
    startedAt: dateOf(startedAt),
    readBefore: dateOf(readBefore),
    refusal: refusal as ImportRefusal | undefined, // written by `readUpload` alone
  }
}

export type LastUpload = {
  readonly source: Source
  readonly agreement: DataAgreement
  /** The last file that was sent for the source. */
  readonly upload: Upload | undefined
}

export async function lastUploadIn(c: SpaceContext, db: ScopedDb): Promise<LastUpload | undefined> {
  const source = await sourceIn(c, db)
  const agreement = source && (await findAgreement(db, source.agreementId))
  if (!source || !agreement) return undefined
  const [upload] = await listUploads(db, source.id)
  return { source, agreement, upload }
}

/** Where a reading stands: one that gave no sign for a minute is over, whatever its row says. */
export function stateOf({ state, heartbeatAt }: Upload, now: Date): ReadingState | 'received' {
  if (state !== 'reading') return state
  const silence = now.getTime() - (heartbeatAt?.getTime() ?? 0)
  return silence > SILENT_MS ? 'interrupted' : 'reading'
}

export type Waiting = LastUpload & { readonly upload: Upload }
