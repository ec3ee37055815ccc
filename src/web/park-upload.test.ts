import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openParkingPlace, type ParkingPlace } from './park-upload.ts'
import { CutForm, readMultipart } from './read-multipart.ts'

let root: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'palier-parking-'))
  folder = join(root, 'uploads')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const HEAD =
  '--b\r\ncontent-disposition: form-data; name="words"\r\n\r\nbonjour\r\n' +
  '--b\r\ncontent-disposition: form-data; name="fichier"; filename="../../demandes.csv"\r\ncontent-type: text/csv\r\n\r\n'
const TAIL = '\r\n--b\r\ncontent-disposition: form-data; name="after"\r\n\r\noui\r\n--b--\r\n'

async function* pieces(text: string, size: number, breaks = false): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  if (breaks) throw new Error('the connection broke')
}

const send = (place: ParkingPlace, text: string, breaks = false): Promise<FormData> =>
  readMultipart(pieces(text, 7, breaks), 'b', {
    fileBytes: 10,
    files: 5,
    textBytes: 1_000,
    sentBytes: 100_000,
    sink: place,
  })

describe('a large file in a form', () => {
  it('stands on the disk under a name of ours, closed to others, byte for byte', async () => {
    const place = await openParkingPlace({ folder, bytes: 5_000 }, 'fichier')
    const body = 'num;ouvert\r\n--presque\r\n'.repeat(100)
    const form = await send(place, `${HEAD}${body}${TAIL}`)
    expect([form.get('words'), form.get('after')]).toEqual(['bonjour', 'oui'])
    expect(form.get('fichier')).toMatchObject({ size: 0, name: '../../demandes.csv' })
    const parked = place.parked()
    expect(parked).toMatchObject({ state: 'whole', bytes: body.length, name: '../../demandes.csv' })
    expect(await readFile(parked?.path ?? '', 'utf8')).toBe(body)
    expect((await stat(parked?.path ?? '')).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    await place.clear()
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing when it is too large, and the words after it are still read', async () => {
    const place = await openParkingPlace({ folder, bytes: 100 }, 'fichier')
    const form = await send(place, `${HEAD}${'x'.repeat(101)}${TAIL}`)
    expect(form.get('after')).toBe('oui')
    expect(place.parked()).toMatchObject({ state: 'too_large' })
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    ['the connection breaks', true],
    ['what was sent ends', false],
  ])('is cut when %s in the middle: the words before it came, nothing of it stays', async (_, breaks) => {
    const place = await openParkingPlace({ folder, bytes: 5_000 }, 'fichier')
    const cut = await send(place, `${HEAD}${'x'.repeat(400)}`, breaks).catch((error: unknown) => error)
    expect(cut).toBeInstanceOf(CutForm)
    expect((cut as CutForm).soFar.get('words')).toBe('bonjour')
    expect(place.parked()).toMatchObject({ state: 'cut' })
    expect((await readdir(folder)).length).toBe(1) // it had begun to arrive
    await place.clear()
    expect(await readdir(folder)).toEqual([])
  })

  it('of no name is no file', async () => {
    const place = await openParkingPlace({ folder, bytes: 100 }, 'fichier')
    await send(place, `${HEAD.replace('../../demandes.csv', '')}${TAIL}`)
    expect(place.parked()).toBeUndefined()
  })

  it('does not go where somebody else leads', async () => {
    await symlink(root, folder)
    await expect(openParkingPlace({ folder, bytes: 100 }, 'fichier')).rejects.toThrow('somebody else')
  })
})
