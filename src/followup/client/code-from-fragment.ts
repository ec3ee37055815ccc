/**
 * A photographed square opens the page with the code after «#», which no server and no other site ever receives: it is
 * taken out of the address before anything else, and sent as if it had been typed.
 */
export function sendCodeFromFragment(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-code] form')
  const code = decodeURIComponent(location.hash.slice(1))
  const field = form?.querySelector<HTMLInputElement>('#code')
  if (!form || !field || code === '' || code === 'contenu') return
  history.replaceState(null, '', location.pathname + location.search)
  field.value = code
  form.requestSubmit()
}
