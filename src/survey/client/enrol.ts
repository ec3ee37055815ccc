import type { Pack } from '../domain/pack.ts'
import type { Disk, OpenVisit } from './database.ts'

export type Enrolled = 'done' | 'sign_in' | 'refused' | 'offline'

/** Makes this phone known to the union, with network and signed in; its chain of envelopes starts here. */
export async function enrol(disk: Disk): Promise<Enrolled> {
  const answer = await ask('/porte-a-porte/appareils', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!answer) return 'offline'
  if (answer.status === 401) return 'sign_in'
  const made: unknown = answer.status === 201 ? await readJson(answer) : undefined
  if (!isDevice(made)) return 'refused'
  const known = { id: made.device, token: made.token, seq: 0, prev: '' }
  // Not while something is being sealed in the name that this phone had until now.
  await navigator.locks.request('palier-survey-writer', () =>
    disk.write(['device'], (writing) => writing.objectStore('device').put(known, 'this')),
  )
  return refreshPack(disk)
}

/** Takes the rounds of today; without network, those of yesterday stay. */
export async function refreshPack(disk: Disk): Promise<Enrolled> {
  const device = await disk.read((database) => database.get('device', 'this'))
  if (!device) return 'sign_in'
  const answer = await ask('/porte-a-porte/tournees.json', {
    headers: { authorization: `Bearer ${device.token}` },
    credentials: 'omit',
  })
  if (!answer) return 'offline'
  if (answer.status === 401) return 'sign_in'
  const pack: unknown = answer.status === 200 ? await readJson(answer) : undefined
  if (!isPack(pack)) return 'refused'
  await disk.write(['pack', 'open'], async (writing) => {
    const [before, open] = [
      await writing.objectStore('pack').get('this'),
      await writing.objectStore('open').get('visit'),
    ]
    await writing.objectStore('pack').put(withFormOf(open, before, pack), 'this')
  })
  return 'done'
}

/** A visit that was begun with other words is gone on with in those: their form stays while it is open. */
function withFormOf(open: OpenVisit | undefined, before: Pack | undefined, pack: Pack): Pack {
  const form = open?.form && before?.forms[open.form]
  return form ? { ...pack, forms: { ...pack.forms, [open.form]: form } } : pack
}

const ask = (path: string, init: RequestInit): Promise<Response | undefined> =>
  fetch(path, { ...init, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(30_000) }).catch(
    () => undefined,
  )

const readJson = (answer: Response): Promise<unknown> => answer.json().catch(() => undefined)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isDevice = (value: unknown): value is { readonly device: string; readonly token: string } =>
  isRecord(value) && typeof value['device'] === 'string' && typeof value['token'] === 'string'

/** Our own server's shape, or the page of a hotel. */
const isPack = (value: unknown): value is Pack =>
  isRecord(value) && value['v'] === 1 && Array.isArray(value['campaigns']) && isRecord(value['space'])
