/** The explorer without a reload: the same addresses are fetched, and what they say takes the place of what was said. */
import { readAlong } from './read-along.ts'

const PAGE = /^\/attentes(\/[0-9a-f-]{36})?$/

export function smoothExplorer(page: Document): void {
  const main = page.querySelector('main')
  if (!main?.querySelector('form[action="/attentes"]')) return
  readAlong(main)
  const said = page.body.appendChild(page.createElement('p'))
  said.className = 'hidden'
  said.setAttribute('aria-live', 'polite')
  const go = goer(page, main, said)
  main.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'get') return
    event.preventDefault()
    void go(addressOf(event.target), true)
  })
  main.addEventListener('change', (event) => {
    const field = event.target
    if (field instanceof HTMLSelectElement && field.form?.method === 'get')
      void go(addressOf(field.form), true)
  })
  main.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain =
      !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!link || !isPlain || link.origin !== location.origin || !PAGE.test(link.pathname)) return
    event.preventDefault()
    void go(new URL(link.href), true)
  })
  addEventListener('popstate', () => void go(new URL(location.href), false))
}

/** What a form would ask, without the fields that ask nothing. */
function addressOf(form: HTMLFormElement): URL {
  const url = new URL(form.action)
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') url.searchParams.set(name, value)
  return url
}

/** The last address asked for is the one that is shown; where it cannot be fetched the browser goes there itself. */
function goer(page: Document, main: HTMLElement, said: HTMLElement) {
  let asked = 0
  return async (url: URL, isNew: boolean): Promise<void> => {
    const mine = ++asked
    main.setAttribute('aria-busy', 'true')
    const html = await fetch(url, { headers: { accept: 'text/html' } }).then(
      (answer) => (answer.ok && !answer.redirected ? answer.text() : null),
      () => null,
    )
    if (mine !== asked) return
    const next = html === null ? null : new DOMParser().parseFromString(html, 'text/html')
    const content = next?.querySelector('main')
    if (!next || !content) return location.assign(url)
    const focused = page.activeElement?.id ?? ''
    const open = [...main.querySelectorAll<HTMLDetailsElement>('form details')].map((one) => one.open)
    main.replaceChildren(...content.childNodes)
    main.querySelectorAll('form details').forEach((one, at) => one.toggleAttribute('open', open[at] ?? false))
    main.removeAttribute('aria-busy')
    page.title = next.title
    if (isNew) history.pushState(null, '', url)
    readAlong(main)
    said.textContent = main.querySelector('h1')?.textContent ?? ''
    const target = page.getElementById(url.hash.slice(1) || focused)
    if (url.hash !== '') target?.scrollIntoView()
    target?.focus({ preventScroll: true })
  }
}
