import { compressWhenAsked } from './compression.ts'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { keyringOf } from '../access/keyring.ts'
import { secretsOf } from '../access/secrets.ts'
import type { Logins } from '../db/connect.ts'
import type { PublicVariables } from '../ui/request.ts'
import type { Config } from './config.ts'
import { broken, notFound } from './error-pages.tsx'
import { onlyOurForms, onlyOurHost, onlyReadableAddresses, strictHeaders } from './guards.ts'
import { healthRoutes } from './health.ts'
import { ownForms } from './own-forms.ts'
import { bringBackDraft, prepareRequest } from './request.tsx'
import { largeFileField, publicRooms, spaceRooms } from './rooms.ts'
import { sentForms } from './sent-forms.ts'
import { insideSpace, newSpaceApp } from './space-app.ts'
import { whoIsThere } from './visitor.ts'

const MOST_BYTES = 12 * 1024 * 1024

export type Parts = {
  readonly config: Config & { readonly secret: string }
  readonly logins: Logins
  readonly clock: () => Date
}

/** Files of ours; a stylesheet's address changes with its contents, and so do the islands' parts. */
const ownFiles = () =>
  serveStatic({
    root: './public',
    onFound: (path, c) =>
      c.header(
        'cache-control',
        path.endsWith('client.js') ? 'public, max-age=600' : 'public, max-age=31536000, immutable',
      ),
  })

/** The whole web application, from its parts; `request` on it is what the tests call, no server needed. */
export function buildApp({ config, logins, clock }: Parts) {
  const keyring = keyringOf(logins, secretsOf(config.secret))
  const app = new Hono<{ Variables: PublicVariables }>()
  app.onError(broken)
  app.notFound(notFound)
  app.use(strictHeaders(config.publicUrl), prepareRequest(config, keyring, clock))
  healthRoutes(app)
  app.use(onlyReadableAddresses)
  app.use(
    onlyOurHost(config.publicUrl, config.demo),
    onlyOurForms(config.publicUrl, config.demo),
    compressWhenAsked(),
  )
  for (const path of ['/assets/*', '/palier.css', '/favicon.svg']) app.use(path, ownFiles())
  app.use(whoIsThere, sentForms(MOST_BYTES, config.uploads, largeFileField), bringBackDraft)
  for (const path of ['/compte', '/compte/*', '/espaces', '/sortir']) app.use(path, ownForms)
  publicRooms(app, config, logins)
  const space = newSpaceApp()
  space.use(insideSpace(logins))
  spaceRooms(space)
  app.route('/', space)
  return app
}
