export type FormLimits = {
  /** Of each file this much is kept and one byte more: whoever reads the form sees that it is too large. */
  readonly fileBytes: number
  /** Files beyond these are kept empty: whoever reads the form sees that there are too many. */
  readonly files: number
  readonly textBytes: number
  /** What is read at all; the rest is left where it is. */
  readonly sentBytes: number
}

type Part = { readonly name: string; readonly file?: { readonly name: string; readonly type: string } }
type Open = Part & { readonly pieces: Buffer[]; readonly most: number; kept: number }

const LONGEST_HEAD = 8 * 1024
const MOST_PARTS = 1_000
const GAP = Buffer.from('\r\n\r\n')

/** A form with files that cannot be understood, or whose text is too long. */
export class UnreadableForm extends Error {}

/** The address of the parts of a multipart form, when it is one. */
export const boundaryIn = (contentType: string): string | undefined =>
  /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/is
    .exec(contentType)
    ?.slice(1)
    .find((found) => found !== undefined)

/**
 * Reads a form as it arrives, so that what is too large is never held: words come whole, files as far as they may go.
 * @throws {UnreadableForm}
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  limits: FormLimits,
): Promise<FormData> {
  const reader = new MultipartReader(boundary, limits)
  let sent = 0
  for await (const chunk of body) {
    sent += chunk.length
    reader.push(chunk)
    if (reader.isDone || sent > limits.sentBytes) break
  }
  return reader.finish()
}

class MultipartReader {
  readonly #form = new FormData()
  readonly #limits: FormLimits
  readonly #delimiter: Buffer
  #step: 'body' | 'after' | 'head' | 'done' = 'body'
  #held: Buffer = Buffer.from('\r\n') // the first delimiter has no line before it
  #open: Open | undefined
  #files = 0
  #text = 0
  #parts = 0

  constructor(boundary: string, limits: FormLimits) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`)
    this.#limits = limits
  }

  get isDone(): boolean {
    return this.#step === 'done'
  }

  push(chunk: Uint8Array): void {
    this.#held = Buffer.concat([this.#held, chunk])
    while (this.#goOn());
  }

  /** What was understood; a file that was still arriving is given as far as it came when that is already too far. */
  finish(): FormData {
    if (this.#open && this.#open.kept > this.#limits.fileBytes) this.#close()
    else if (!this.isDone && this.#files <= this.#limits.files) throw new UnreadableForm('cut short')
    return this.#form
  }

  /** @returns whether there may be more to understand in what is held. */
  #goOn(): boolean {
    if (this.#step === 'body') return this.#readBody()
    if (this.#step === 'after') return this.#readAfter()
    return this.#step === 'head' && this.#readHead()
  }

  #readBody(): boolean {
    const end = this.#held.indexOf(this.#delimiter)
    const sure = end < 0 ? Math.max(0, this.#held.length - this.#delimiter.length + 1) : end
    this.#keep(this.#held.subarray(0, sure))
    this.#held = this.#held.subarray(end < 0 ? sure : end + this.#delimiter.length)
    if (end < 0) return false
    this.#close()
    this.#step = 'after'
    return true
  }

  #readAfter(): boolean {
    if (this.#held.length < 2) return false
    const next = this.#held.toString('latin1', 0, 2)
    if (next !== '--' && next !== '\r\n') throw new UnreadableForm('no line after a boundary')
    this.#held = this.#held.subarray(2)
    this.#step = next === '--' ? 'done' : 'head'
    return true
  }

  #readHead(): boolean {
    const end = this.#held.indexOf(GAP)
    if (end > LONGEST_HEAD || (end < 0 && this.#held.length > LONGEST_HEAD))
      throw new UnreadableForm('a long head')
    if (end < 0) return false
    if (++this.#parts > MOST_PARTS) throw new UnreadableForm('many parts')
    const part = partOf(this.#held.toString('utf8', 0, end))
    if (part.file && part.file.name !== '') this.#files += 1
    const room = this.#files > this.#limits.files ? 0 : this.#limits.fileBytes + 1
    this.#open = { ...part, pieces: [], most: part.file ? room : Infinity, kept: 0 }
    this.#held = this.#held.subarray(end + GAP.length)
    this.#step = 'body'
    return true
  }

  #keep(bytes: Buffer): void {
    const part = this.#open
    if (!part || bytes.length === 0) return
    if (!part.file && (this.#text += bytes.length) > this.#limits.textBytes)
      throw new UnreadableForm('a long text')
    const kept = bytes.subarray(0, part.most - part.kept)
    part.pieces.push(Buffer.from(kept))
    part.kept += kept.length
  }

  #close(): void {
    const part = this.#open
    this.#open = undefined
    if (!part) return
    const bytes = Buffer.concat(part.pieces)
    if (part.file) this.#form.append(part.name, new File([bytes], part.file.name, { type: part.file.type }))
    else this.#form.append(part.name, bytes.toString('utf8'))
  }
}

const unescape = (text: string): string =>
  text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')

function partOf(head: string): Part {
  const said = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1]
  const name = /;\s*name="([^"]*)"/i.exec(said ?? '')?.[1]
  if (name === undefined) throw new UnreadableForm('a part without a name')
  const file = /;\s*filename="([^"]*)"/i.exec(said ?? '')?.[1]
  const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? ''
  return { name: unescape(name), ...(file === undefined ? {} : { file: { name: unescape(file), type } }) }
}
