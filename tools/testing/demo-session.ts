/** A demonstration that answers, wherever it is. */
export type Served = { readonly url: string }

/** The cookie of an invented person, as the page of the demonstration gives it. */
export async function demoSession(server: Served, person: string): Promise<string> {
  const answer = await fetch(`${server.url}/demo`, {
    method: 'POST',
    body: new URLSearchParams({ personne: person }),
    redirect: 'manual',
    headers: { origin: server.url },
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
