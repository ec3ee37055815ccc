import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StartRefusal } from '../db/start-refusal.ts'
import { configRefusals } from './config.fr.ts'

export type Config = {
  readonly demo: boolean
  readonly port: number
  /** Loopback unless a public address was given. */
  readonly hostname: string
  readonly publicUrl: URL
  readonly databaseUrl: string | undefined
  /** Absent in demo only: a random one is then kept beside the cluster. */
  readonly secret: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly trustedProxies: readonly string[]
  readonly rolePrefix: string
  /** Whom to tell of a hole: published at /.well-known/security.txt. */
  readonly securityContact: string | undefined
  readonly oidc: OidcConfig | undefined
  /** Where large files wait until they are read, and how large one may be. */
  readonly uploads: { readonly folder: string; readonly bytes: number }
}
export type OidcConfig = { readonly issuer: URL; readonly clientId: string; readonly clientSecret: string }

type Env = Readonly<Record<string, string | undefined>>

/** Secrets that were printed somewhere once (this repository, guides, tutorials): worth nothing. */
const PUBLISHED = [
  'secret',
  'changeme',
  'change-me',
  'password',
  'palier',
  'default',
  'example',
  'test',
  'only for generating',
]

/** Reads the environment. @throws StartRefusal with a sentence that says what to set. */
export function readConfig(env: Env): Config {
  const port = readPort(env['PORT'])
  const demo = readDemo(env)
  const secret = env['PALIER_SECRET']
  if (!demo) requireSecret(secret)
  if (!demo && !env['PUBLIC_URL']) throw refusal('no_public_url', String(port))
  const publicUrl = readUrl(env['PUBLIC_URL'] ?? `http://localhost:${port}`, 'PUBLIC_URL')
  return {
    demo,
    port,
    hostname: demo || isLoopback(publicUrl) ? '127.0.0.1' : '0.0.0.0',
    publicUrl,
    databaseUrl: env['DATABASE_URL'],
    secret,
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'] ?? `Palier <palier@${publicUrl.hostname}>`,
    trustedProxies: (env['TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map((p) => p.trim())
      .filter((p) => p !== ''),
    rolePrefix: readRoles(env['PALIER_ROLES'], demo),
    securityContact: env['SECURITY_CONTACT'],
    oidc: readOidc(env),
    uploads: readUploads(env),
  }
}

const refusal = (because: keyof typeof configRefusals, about = ''): StartRefusal =>
  new StartRefusal(configRefusals[because](about))

function readPort(text = '3000'): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw refusal('bad_port', text)
  return port
}

/** Demo is the rule on a laptop; a server or a public address must ask for it in so many words. */
function readDemo(env: Env): boolean {
  const asked = env['PALIER_DEMO']
  if (asked === '1') return true
  if (asked === '0') return false
  if (asked) throw refusal('bad_demo', asked)
  const exposed =
    env['DATABASE_URL'] ?? (env['PUBLIC_URL'] && !isLoopback(readUrl(env['PUBLIC_URL'], 'PUBLIC_URL')))
  if (exposed) throw refusal('demo_not_asked')
  return true
}

/** PostgreSQL cuts names at 63 bytes: this leaves room for the longest, « _doorkeeper ». */
const ROLES = /^(?!pg_)[a-z][a-z0-9_]{0,51}$/

/** Roles belong to the server: a demonstration beside a real installation must not change its passwords. */
function readRoles(given: string | undefined, demo: boolean): string {
  const prefix = given || (demo ? 'palier_demo' : 'palier')
  if (!ROLES.test(prefix)) throw refusal('bad_roles', prefix)
  return prefix
}

function requireSecret(secret: string | undefined): asserts secret is string {
  const fresh = randomBytes(32).toString('base64url')
  if (!secret) throw refusal('no_secret', fresh)
  if (PUBLISHED.some((p) => secret.toLowerCase().includes(p))) throw refusal('published_secret', fresh)
  if (secret.length < 32 || new Set(secret).size < 12) throw refusal('weak_secret', fresh)
}

const MEGABYTE = 1024 * 1024
const LARGEST_UPLOAD = 4096

/** /var/tmp is made for large temporary files and stands on the disk; /tmp is often memory. */
function readUploads(env: Env): Config['uploads'] {
  const temporary = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  const folder = resolve(
    env['PALIER_UPLOADS'] || join(temporary, `palier-${process.getuid?.() ?? 'uploads'}`),
  )
  const limit = Number(env['PALIER_UPLOAD_LIMIT'] || LARGEST_UPLOAD)
  if (!Number.isInteger(limit) || limit < 1) throw refusal('bad_upload_limit', env['PALIER_UPLOAD_LIMIT'])
  return { folder, bytes: limit * MEGABYTE }
}

function readUrl(text: string, name: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw refusal('bad_url', name)
  return new URL(text)
}

export const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

function readOidc(env: Env): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer) return undefined
  if (!clientId || !clientSecret) throw refusal('half_oidc')
  return { issuer: readUrl(issuer, 'OIDC_ISSUER'), clientId, clientSecret }
}
