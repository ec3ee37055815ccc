export const UPLOAD_STATES = ['received', 'reading', 'done', 'stopped', 'failed'] as const
export type UploadState = (typeof UPLOAD_STATES)[number]

/** A file that was sent and waits to be read, is read, or was. */
export type Upload = {
  readonly id: string
  readonly sourceId: string | null
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly storageKey: string
  readonly state: UploadState
  readonly rowsRead: number
  readonly rowsTotal: number | null
  readonly stopAsked: boolean
  /** The word of a refusal (`because`), for views to say. */
  readonly failure: string | null
  readonly facts: unknown
  readonly heartbeatAt: Date | null
  readonly recordedBy: string
  readonly recordedAt: Date
}

export type NewUpload = Pick<Upload, 'id' | 'sourceId' | 'fileName' | 'sha256' | 'bytes' | 'storageKey'>
