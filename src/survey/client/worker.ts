/** What a service worker has and a page has not, as far as this one uses it. */
type WorkerScope = {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(kind: 'fetch', listener: (event: Fetching) => void): void
}
type Lasting = { waitUntil(work: Promise<unknown>): void }
type Fetching = { readonly request: Request; respondWith(answer: Promise<Response>): void }

declare const self: WorkerScope
/** Written before this script by the server: changes when any part of the shell does. */
declare const SHELL: { readonly version: string; readonly page: string; readonly files: readonly string[] }

const PREFIX = 'porte-a-porte-'
const OURS = `${PREFIX}${SHELL.version}`

self.addEventListener('install', (event) => event.waitUntil(takeShell()))
// Reached once the new shell is whole, and once no page says that it is busy with the old one.
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const kept = keptPath(event.request)
  if (kept !== undefined) event.respondWith(fromShell(kept, event.request))
})

/** All of it or nothing. */
async function takeShell(): Promise<void> {
  const cache = await caches.open(OURS)
  await cache.addAll([SHELL.page, ...SHELL.files].map((path) => new Request(path, { cache: 'reload' })))
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== OURS)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** What is sent (PUT, POST) and everything that is not the shell never passes through here. */
function keptPath(request: Request): string | undefined {
  if (request.method !== 'GET') return undefined
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== self.location.origin) return undefined
  if (request.mode === 'navigate') return pathname === SHELL.page ? SHELL.page : undefined
  return SHELL.files.find((file) => file === pathname + search)
}

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(OURS)
  return (await cache.match(path)) ?? fetch(request)
}
