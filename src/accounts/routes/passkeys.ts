import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PublicApp, PublicContext, Visitor } from '../../ui/request.ts'
import { offerRegistration, offerSignIn, register, signInWithPasskey } from '../actions/passkeys.ts'
import { deviceOf } from '../domain/device.ts'
import { localPath } from '../domain/local-path.ts'
import { RemovePasskey } from '../forms.ts'
import { tryAttempt } from '../store/attempts.ts'
import { removePasskey } from '../store/passkeys.ts'
import { doorRefusals } from '../words.fr.ts'
import { callerOf, freshSession, welcome } from './opened-session.ts'
import { signedIn } from './signed-in.ts'

const MOST_CHALLENGES = 60
const MINUTES = 15

const ownerOf = (c: PublicContext, { accountId, accountEmail, accountName, sessionHash }: Visitor) => {
  const { publicUrl, now } = c.var
  return { accountId, email: accountEmail, name: accountName, sessionHash, publicUrl, now }
}

/** The island's answers: it asks for a challenge, the browser signs it, and it says where to go next. */
export function passkeyRoutes(app: PublicApp, trustedProxies: readonly string[]): void {
  signInRoutes(app, trustedProxies)
  ownKeyRoutes(app)
}

function signInRoutes(app: PublicApp, trustedProxies: readonly string[]): void {
  app.post('/entrer/cle/defi', async (c) => {
    const { keyring, now, publicUrl } = c.var
    const caller = callerOf(c, trustedProxies)
    if (!(await tryAttempt(keyring, 'passkey_challenge', caller, now, MOST_CHALLENGES, MINUTES)))
      return c.json({ sentence: doorRefusals.too_many_links }, 429)
    return c.json(await offerSignIn(keyring, { publicUrl, now }))
  })
  app.post('/entrer/cle', async (c) => {
    const { keyring, now, publicUrl } = c.var
    const fresh = freshSession(c)
    const response = await answerOf<AuthenticationResponseJSON>(c)
    const entered =
      response && (await signInWithPasskey(keyring, { publicUrl, now }, response, fresh.session))
    if (!entered) return c.json({ sentence: doorRefusals.passkey_failed }, 403)
    return c.json({ next: await welcome(c, fresh, localPath(c.req.query('suite')) ?? '/') })
  })
}

function ownKeyRoutes(app: PublicApp): void {
  app.post('/compte/cles/defi', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return c.json({ next: visitor.headers.get('location') }, 403)
    return c.json(await offerRegistration(c.var.keyring, ownerOf(c, visitor)))
  })
  app.post('/compte/cles', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return c.json({ next: visitor.headers.get('location') }, 403)
    const response = await answerOf<RegistrationResponseJSON>(c)
    const label = deviceOf(c.req.header('user-agent') ?? '')
    const added = response && (await register(c.var.keyring, ownerOf(c, visitor), response, label))
    return added ? c.json({ next: '/compte' }) : c.json({ sentence: doorRefusals.passkey_failed }, 403)
  })
  app.post('/compte/cles/retirer', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const read = await c.var.readForm(RemovePasskey)
    if (read.ok) await removePasskey(c.var.keyring, visitor.sessionHash, c.var.now, read.value.cle)
    return c.redirect('/compte', 303)
  })
}

/** What the browser's authenticator answered; the library checks all of it, this only that it is an answer at all. */
async function answerOf<Answer>(c: PublicContext): Promise<Answer | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined)
  const isAnswer =
    typeof body === 'object' &&
    body !== null &&
    'id' in body &&
    typeof body.id === 'string' &&
    /^[\w-]{1,1400}$/.test(body.id) &&
    'response' in body
  return isAnswer ? (body as Answer) : undefined
}
