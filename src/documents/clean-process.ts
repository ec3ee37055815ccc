/** The process that opens what people hand over: one question, one file. Each reader is loaded when first asked for. */
import { fileTypeFromBuffer } from 'file-type'
import { refuse, type Result } from '../kernel/result.ts'
import { answerQuestions } from './idle-process.ts'
import type { Cleaned, CleaningQuestion, UploadRefusal } from './upload.ts'

const MOST_WASM_BYTES = 512 * 1024 * 1024
const PAGE = 65_536

/** A small PDF can unfold into gigabytes: WebAssembly gets what a large scan needs, and is refused more. */
const grow: (this: WebAssembly.Memory, pages: number) => number = Object.getOwnPropertyDescriptor(
  WebAssembly.Memory.prototype,
  'grow',
)?.value
WebAssembly.Memory.prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number): number {
  if (this.buffer.byteLength + pages * PAGE > MOST_WASM_BYTES) throw new RangeError('enough memory')
  return grow.call(this, pages)
}

async function clean({ bytes }: CleaningQuestion): Promise<Result<Cleaned, UploadRefusal>> {
  const type = await fileTypeFromBuffer(bytes)
  switch (type?.mime) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/apng':
    case 'image/webp': {
      const { cleanImage } = await import('./clean-image.ts')
      return cleanImage(bytes, type.mime === 'image/apng' ? 'image/png' : type.mime)
    }
    case 'image/heic':
    case 'image/heif':
    case 'image/heic-sequence':
    case 'image/heif-sequence':
      return refuse({ because: 'heic' })
    case 'application/pdf': {
      const { cleanPdf } = await import('./clean-pdf.ts')
      return cleanPdf(bytes)
    }
    default:
      return refuse({ because: 'not_photo_nor_pdf' })
  }
}

answerQuestions(clean)
