/** A new version waits while a visit is open: changing the page under somebody who speaks loses what they say. */
let isVisitOpen = false
let endVisit = (): void => undefined
let waiting: ServiceWorker | undefined
/** Held by each window in which somebody is listened to: the pages of a version are all forgotten together. */
const VISITS = 'palier-survey-visits'

export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register('/porte-a-porte/sw.js', { scope: '/porte-a-porte', updateViaCache: 'none' })
    .then(watch, () => undefined) // without it, the page works with network: nothing to say at a door
}

/** Told by the screens: between two visits, and when nothing is being written, a new version may take its place. */
export function tellVisitOpen(open: boolean): void {
  isVisitOpen = open
  if (!open) return endVisit()
  const ended = new Promise<void>((resolve) => (endVisit = resolve))
  void navigator.locks.request(VISITS, { mode: 'shared' }, () => ended).then(offer)
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = (): void => {
    waiting = registration.waiting && registration.active ? registration.waiting : undefined
    offer()
  }
  const follow = (): void => registration.installing?.addEventListener('statechange', look)
  look()
  follow() // one may be arriving since before this page
  registration.addEventListener('updatefound', follow)
  let isOurs = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isOurs && !isVisitOpen) location.reload()
    isOurs = true
  })
}

function offer(): void {
  if (isVisitOpen || !waiting) return
  void navigator.locks.request(VISITS, { ifAvailable: true }, async (isFree) => {
    if (!isFree) return // another window offers it, when its visit ends
    const taker = waiting
    waiting = undefined
    // What is being written ends first: the writer's lock is ours for that instant.
    await navigator.locks.request('palier-survey-writer', () => taker?.postMessage('take over'))
  })
}
