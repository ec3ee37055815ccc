/** How a text left this page. `by_hand`: neither way exists here, whoever reads it selects it. */
export type TextGiven = 'shared' | 'copied' | 'by_hand' | 'given_up'

/** By the phone's own sharing when it has one, else to copy and paste. Nothing of it is written here. */
export async function giveText(title: string, text: string): Promise<TextGiven> {
  const shared = await share({ title, text })
  if (shared) return shared
  return copy(text)
}

async function share(what: ShareData): Promise<TextGiven | undefined> {
  if (typeof navigator.share !== 'function') return undefined
  try {
    await navigator.share(what)
    return 'shared'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'given_up' : undefined
  }
}

async function copy(text: string): Promise<TextGiven> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'by_hand'
  }
}
