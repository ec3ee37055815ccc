export type FormLimits = {
  /** Of each file this much is kept and one byte more: whoever reads the form sees that it is too large. */
  readonly fileBytes: number
  /** Files beyond these are kept empty: whoever reads the form sees that there are too many. */
  readonly files: number
  readonly textBytes: number
  /** What is read at all; the rest is left where it is. */
  readonly sentBytes: number
  /** Where large files go as they arrive; without it every file is held. */
  readonly sink?: FileSink
}

/** Takes a file away as it arrives, so that it is never held: the form then has an empty file of that name in its place. */
export type FileSink = {
  /** Whether the file of this field is for it; asked once per file. */
  takes(field: string, fileName: string): boolean
  write(bytes: Buffer): Promise<void>
  /** Every byte of the file has come. */
  end(): Promise<void>
}

type Part = { readonly name: string; readonly file?: { readonly name: string; readonly type: string } }
type Open = Part & { readonly pieces: Buffer[]; readonly most: number; readonly away: boolean; kept: number }

const LONGEST_HEAD = 8 * 1024
const MOST_PARTS = 1_000
const GAP = Buffer.from('\r\n\r\n')

/** A form with files that cannot be understood, or whose text is too long. */
export class UnreadableForm extends Error {}

/** A form that stopped in the middle, with what had come before. */
export class CutForm extends UnreadableForm {
  readonly soFar: FormData
  constructor(soFar: FormData) {
    super('cut short')
    this.soFar = soFar
  }
}

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
  for await (const chunk of untilItBreaks(body)) {
    sent += chunk.length
    reader.push(chunk)
    await reader.carryAway()
    if (reader.isDone || sent > limits.sentBytes) break
  }
  return reader.finish()
}

/** A connection that breaks ends what it sent; that the form is cut is then seen by its end, which is missing. */
async function* untilItBreaks(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body
  } catch {
    return
  }
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
  #leaving: (Buffer | 'end')[] = []

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

  /** Hands over what came of a file that is not held: the next bytes are asked for when these have left. */
  async carryAway(): Promise<void> {
    const leaving = this.#leaving
    this.#leaving = []
    for (const piece of leaving)
      await (piece === 'end' ? this.#limits.sink?.end() : this.#limits.sink?.write(piece))
  }

  /** What was understood; a file that was still arriving is given as far as it came when that is already too far. */
  finish(): FormData {
    if (this.#open && this.#open.kept > this.#limits.fileBytes) this.#close()
    else if (!this.isDone && this.#files <= this.#limits.files) throw new CutForm(this.#form)
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
    const away = part.file !== undefined && this.#isTaken(part.name, part.file.name)
    this.#open = { ...part, pieces: [], most: part.file ? room : Infinity, away, kept: 0 }
    this.#held = this.#held.subarray(end + GAP.length)
    this.#step = 'body'
    return true
  }

  #isTaken(field: string, fileName: string): boolean {
    return fileName !== '' && this.#limits.sink?.takes(field, fileName) === true
  }

  #keep(bytes: Buffer): void {
    const part = this.#open
    if (!part || bytes.length === 0) return
    if (part.away) return void this.#leaving.push(Buffer.from(bytes))
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
    if (part.away) this.#leaving.push('end')
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
