/** The largest file a person may hand over, before and after it is cleaned. */
export const MOST_BYTES = 10 * 1024 * 1024

export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** A file that holds what it shows and nothing else: read from its content, written anew. */
export type CleanFile = {
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
}

export type UploadRefusal = {
  readonly because:
    | 'empty'
    | 'too_large'
    | 'not_photo_nor_pdf'
    | 'heic'
    | 'too_many_pixels'
    | 'broken_photo'
    | 'locked_pdf'
    | 'broken_pdf'
    | 'too_many_pages'
    | 'unsafe_pdf'
    | 'too_heavy'
}

/** What the process that cleans is asked, and what it answers. */
export type CleaningQuestion = { readonly bytes: Uint8Array }
export type Cleaned = { readonly mediaType: MediaType; readonly bytes: Uint8Array }
