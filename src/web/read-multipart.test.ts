import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryIn, type FormLimits, readMultipart, UnreadableForm } from './read-multipart.ts'

const LIMITS: FormLimits = { fileBytes: 100, files: 2, textBytes: 1_000, sentBytes: 10_000 }

async function sent(form: FormData): Promise<{ boundary: string; bytes: Buffer }> {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const boundary = boundaryIn(request.headers.get('content-type') ?? '') ?? ''
  return { boundary, bytes: Buffer.from(await request.arrayBuffer()) }
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(form: FormData, size = 7, limits = LIMITS): Promise<[string, string][]> {
  const { boundary, bytes } = await sent(form)
  const came = await readMultipart(inPieces(bytes, size), boundary, limits)
  return Promise.all(
    [...came].map(async ([name, value]): Promise<[string, string]> =>
      typeof value === 'string' ? [name, value] : [name, `${value.name}:${value.type}:${await value.text()}`],
    ),
  )
}

const form = (...parts: readonly (readonly [string, string | File])[]): FormData => {
  const made = new FormData()
  for (const [name, value] of parts) made.append(name, value)
  return made
}
const file = (size: number, name = 'a.jpg') => new File(['x'.repeat(size)], name, { type: 'image/jpeg' })

describe('a form with files', () => {
  it.each([1, 2, 7, 64, 100_000])('comes as it was sent, in pieces of %d bytes', async (size) => {
    const came = await read(
      form(['words', 'Ça fuit\r\n--toujours 😡'], ['empty', ''], ['a "b"', '1'], ['f', file(3)]),
      size,
    )
    expect(came).toEqual([
      ['words', 'Ça fuit\r\n--toujours 😡'],
      ['empty', ''],
      ['a "b"', '1'],
      ['f', 'a.jpg:image/jpeg:xxx'],
    ])
  })

  it('has an empty file where a browser was given none', async () => {
    const head =
      'content-disposition: form-data; name="f"; filename=""\r\ncontent-type: application/octet-stream'
    const bytes = Buffer.from(`--b\r\n${head}\r\n\r\n\r\n--b--\r\n`)
    const came = await readMultipart(inPieces(bytes, 9), 'b', LIMITS)
    expect(came.get('f')).toMatchObject({ name: '', size: 0 })
  })

  it('whatever is written, wherever it is cut', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }),
        fc.integer({ min: 1, max: 90 }),
        async (pairs, size) => {
          const { boundary, bytes } = await sent(form(...pairs))
          const ours = await readMultipart(inPieces(bytes, size), boundary, LIMITS)
          const type = `multipart/form-data; boundary=${boundary}`
          const platform = await new Response(new Uint8Array(bytes), {
            headers: { 'content-type': type },
          }).formData()
          expect([...ours]).toEqual([...platform])
        },
      ),
    )
  })

  it('keeps of a file what shows that it is too large, and the words around it', async () => {
    const came = await read(form(['before', 'a'], ['f', file(5_000)], ['after', 'b']))
    expect(came.map(([name, value]) => [name, value.length])).toEqual([
      ['before', 1],
      ['f', 'a.jpg:image/jpeg:'.length + 101],
      ['after', 1],
    ])
  })

  it('stops reading what has no end, with the words that came', async () => {
    let read = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('--b\r\ncontent-disposition: form-data; name="words"\r\n\r\nfuite')
      yield Buffer.from('\r\n--b\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\n')
      for (;;) yield Buffer.alloc((read += 100) && 100)
    }
    const came = await readMultipart(endless(), 'b', LIMITS)
    expect(came.get('words')).toBe('fuite')
    expect(came.get('f')).toHaveProperty('size', 101)
    expect(read).toBeLessThan(11_000)
  })

  it('keeps files beyond the number empty, and counts them', async () => {
    const came = await read(form(['f', file(9)], ['f', file(9)], ['f', file(9)], ['w', 'x']))
    expect(came.map(([, value]) => value.length)).toEqual([26, 26, 17, 1])
  })
})

it.each<[string, string]>([
  ['nothing', ''],
  ['no boundary', 'words'],
  ['no end', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'],
  ['no name', '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--'],
  ['no head', '--b\r\n\r\n\r\nx\r\n--b--'],
  ['a head without end', `--b\r\n${'x'.repeat(9_000)}`],
  ['a text without end', `--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n${'x'.repeat(2_000)}`],
  ['something else after the boundary', '--bx\r\n'],
])('%s is not a form', async (_, text) => {
  await expect(readMultipart(inPieces(Buffer.from(text), 100), 'b', LIMITS)).rejects.toThrow(UnreadableForm)
})

it.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', undefined],
  ['application/x-www-form-urlencoded', undefined],
  ['multipart/mixed; boundary=abc', undefined],
])('%s', (type, boundary) => {
  expect(boundaryIn(type)).toBe(boundary)
})
