import sharp from 'sharp'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Cleaned, UploadRefusal } from './upload.ts'

const LONGEST_SIDE = 2400
/** A telephone's photo has 12 to 50 million; a small file can claim a thousand million. */
const MOST_PIXELS = 64_000_000
const SECONDS = 12

export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp'

sharp.cache(false)
sharp.concurrency(1)

/** Draws the image anew, upright, in sRGB, at most 2400 pixels a side: no metadata, nothing behind its end. */
export async function cleanImage(
  bytes: Uint8Array,
  mediaType: ImageType,
): Promise<Result<Cleaned, UploadRefusal>> {
  try {
    return accept({ mediaType, bytes: await draw(bytes, mediaType) })
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/pixel limit/.test(said)) return refuse({ because: 'too_many_pixels' })
    return refuse({ because: /timeout/i.test(said) ? 'too_heavy' : 'broken_photo' })
  }
}

function draw(bytes: Uint8Array, mediaType: ImageType): Promise<Uint8Array> {
  const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: SECONDS })
  switch (mediaType) {
    case 'image/png':
      return upright.png().toBuffer()
    case 'image/webp':
      return upright.webp({ quality: 82 }).toBuffer()
    case 'image/jpeg':
      return upright.flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer()
  }
}
