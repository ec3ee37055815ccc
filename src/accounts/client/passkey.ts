import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** What the server answers: where to go, or a sentence to read. */
type Answer = { readonly next?: string; readonly sentence?: string }

const post = async (
  path: string,
  body?: unknown,
): Promise<{ ok: boolean; json: Answer & Record<string, unknown> }> => {
  const init =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, { method: 'POST', ...init })
  return { ok: response.ok, json: (await response.json()) as Answer }
}

type Asked = { readonly optionsJSON: never }
const CEREMONIES = {
  'sign-in': {
    path: '/entrer/cle',
    challenge: '/entrer/cle/defi',
    start: (o: Asked) => startAuthentication(o),
  },
  register: {
    path: '/compte/cles',
    challenge: '/compte/cles/defi',
    start: (o: Asked) => startRegistration(o),
  },
} as const

async function perform(place: HTMLElement, ceremony: keyof typeof CEREMONIES): Promise<Answer> {
  const { path, challenge, start } = CEREMONIES[ceremony]
  const offered = await post(challenge)
  if (!offered.ok) return offered.json
  const signed = await start({ optionsJSON: offered.json as never })
  return (await post(`${path}${place.dataset['query'] ?? ''}`, signed)).json
}

/** Shows the passkey's button where a browser can use one; without it the link by e-mail is there. */
export function hydratePasskeys(page: Document): void {
  if (!browserSupportsWebAuthn()) return
  for (const place of page.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const ceremony = place.dataset['passkey'] === 'register' ? 'register' : 'sign-in'
    const button = place.querySelector('button')
    const said = place.querySelector('[role=alert]')
    const say = (sentence: string): void => void (said && (said.textContent = sentence))
    button?.addEventListener('click', () => {
      say('')
      perform(place, ceremony).then(
        (answer) => (answer.next ? location.assign(answer.next) : say(answer.sentence ?? '')),
        // The person closed the dialogue, or has no key for this address: nothing was done.
        () => say(place.dataset['refused'] ?? ''),
      )
    })
    place.hidden = false
  }
}
