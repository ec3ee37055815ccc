// How much a telephone's browser may still write: filled to the last hundred bytes, as by somebody's photos, then given some again.
import type { Page } from 'playwright-core'

export type PhoneRoom = {
  /** Nothing of the size of an event goes in any more. */
  fill(): Promise<unknown>
  makeRoom(): Promise<unknown>
}

/** A browser asks how much room is left only when it believes that little is: so little is given each time. */
const LITTLE = 200_000

export async function phoneRoom(page: Page, origin: string): Promise<PhoneRoom> {
  const chromium = await page.context().newCDPSession(page)
  const makeRoom = async () => {
    const { usage } = await chromium.send('Storage.getUsageAndQuota', { origin })
    await chromium.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + LITTLE })
  }
  await makeRoom()
  return { fill: () => page.evaluate(FILL), makeRoom }
}

const FILL = `(async () => {
  const wanted = (request) => new Promise((told, failed) => { request.onsuccess = () => told(request.result); request.onerror = () => failed(request.error) })
  const opening = indexedDB.open('photos')
  opening.onupgradeneeded = () => opening.result.createObjectStore('photos', { autoIncrement: true })
  const photos = await wanted(opening)
  const put = (size) => new Promise((told) => {
    const writing = photos.transaction('photos', 'readwrite')
    writing.oncomplete = () => told(true)
    writing.onabort = () => told(false)
    writing.objectStore('photos').add(crypto.getRandomValues(new Uint8Array(size)))
  })
  for (const size of [50_000, 10_000, 2_000, 400, 100]) while (await put(size));
  photos.close()
})()`
