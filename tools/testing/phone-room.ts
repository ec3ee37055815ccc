// How much a telephone's browser may still write: filled to the last hundred bytes, as by somebody's photos, then given some again.
import type { Page } from 'playwright-core'

export type PhoneRoom = {
  /** Nothing of the size of an event goes in any more. */
  fill(): Promise<unknown>
  makeRoom(): Promise<unknown>
}

/** A browser asks how much room is left only when it believes that little is: so little is given each time. */
const LITTLE = 500_000
/** Just opened it does not know yet what it holds, and a new version of the page may be on its way. */
const AT_FIRST = 8_000_000

export async function phoneRoom(page: Page, origin: string): Promise<PhoneRoom> {
  const chromium = await page.context().newCDPSession(page)
  const leave = async (bytes: number) => {
    const { usage } = await chromium.send('Storage.getUsageAndQuota', { origin })
    await chromium.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + bytes })
  }
  await leave(AT_FIRST)
  return { fill: () => page.evaluate(FILL), makeRoom: () => leave(LITTLE) }
}

const FILL = `(async () => {
  const wanted = (request) => new Promise((told, failed) => { request.onsuccess = () => told(request.result); request.onerror = () => failed(request.error) })
  const opening = indexedDB.open('photos')
  opening.onupgradeneeded = () => opening.result.createObjectStore('photos', { autoIncrement: true })
  const photos = await wanted(opening)
  const random = (size) => { const bytes = new Uint8Array(size); for (let at = 0; at < size; at += 50_000) crypto.getRandomValues(bytes.subarray(at, at + 50_000)); return bytes }
  const put = (size) => new Promise((told) => {
    const writing = photos.transaction('photos', 'readwrite')
    writing.oncomplete = () => told(true)
    writing.onabort = () => told(false)
    writing.objectStore('photos').add(random(size))
  })
  for (const size of [400_000, 50_000, 10_000, 2_000, 400, 100]) while (await put(size));
  photos.close()
})()`
