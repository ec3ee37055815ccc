import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { renderPage } from '../../ui/layout.tsx'
import type { PublicApp } from '../../ui/request.ts'
import { STYLESHEET } from '../../ui/stylesheet.ts'
import { PhoneShell } from '../views/phone-shell.tsx'

const PAGE = '/porte-a-porte'
const MANIFEST = `${PAGE}/manifest.webmanifest`
const DEMO = 'Démonstration\u202f: tout est inventé. N’écrivez rien de vrai.'

const manifest = {
  name: 'Palier, porte à porte',
  short_name: 'Porte à porte',
  lang: 'fr',
  id: PAGE,
  start_url: PAGE,
  scope: PAGE,
  display: 'standalone',
  background_color: '#f5f0e6',
  theme_color: '#232e37',
  icons: [
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ...[192, 512].map((side) => ({
      src: `/assets/icon-${side}.png`,
      sizes: `${side}x${side}`,
      type: 'image/png',
      purpose: 'any',
    })),
  ],
}

const ASSETS = new URL('../../../public/assets/', import.meta.url)
const asset = (name: string): string => readFileSync(new URL(name, ASSETS), 'utf8')
/** What the script is cut into; their names hold their fingerprints. */
const parts = (): readonly string[] =>
  readdirSync(ASSETS)
    .filter((name) => name.startsWith('phone-part-'))
    .toSorted()
    .map((name) => `/assets/${name}`)
/** Parts that the script cannot begin without: asked for together with it, not one after the other. */
function partsAtOnce(text: string, found = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of text.matchAll(/(?:from|import)"\.\/(phone-part-[^"]+)"/g)) {
    if (found.has(name)) continue
    found.add(name)
    partsAtOnce(asset(name), found)
  }
  return found
}

const fingerprint = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12)

/** Read once, when first asked: the bundles are made before a start, and a program that serves no phone needs none. */
function readShell() {
  const [script, worker] = [asset('phone.js'), asset('phone-worker.js')]
  const address = `/assets/phone.js?v=${fingerprint(script)}`
  const atOnce = [...partsAtOnce(script)].map((name) => `/assets/${name}`)
  const shell = { stylesheet: STYLESHEET, script: address, parts: atOnce }
  const page = (demo: boolean): string => renderPage(<PhoneShell {...shell} demo={demo ? DEMO : undefined} />)
  const files = [address, ...parts(), STYLESHEET, '/favicon.svg', MANIFEST]
  const serviceWorker = (demo: boolean): string => {
    const version = fingerprint(worker, page(demo), ...files)
    return `const SHELL=${JSON.stringify({ version, page: PAGE, files })};\n${worker}`
  }
  return { page, serviceWorker }
}

/** The telephone's page, the same for everybody, and what lets it open without network. */
export function phoneRoutes(app: PublicApp): void {
  let read: ReturnType<typeof readShell> | undefined
  const shell = () => (read ??= readShell())
  app.get(PAGE, (c) => c.html(shell().page(c.var.demo)))
  app.get(MANIFEST, (c) => c.json(manifest, 200, { 'content-type': 'application/manifest+json' }))
  app.get(`${PAGE}/sw.js`, (c) =>
    c.body(shell().serviceWorker(c.var.demo), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      // Without it a worker rules only what is under its own folder, and the page stands just above.
      'service-worker-allowed': PAGE,
    }),
  )
}
