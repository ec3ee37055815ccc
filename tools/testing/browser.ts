import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { chromiumEnvironment, chromiumPath } from './chromium.ts'

// Own arguments: the package's default ones hold --single-process and --disable-web-security.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function environment(): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return { ...Object.fromEntries(inherited), ...chromiumEnvironment }
}

/** One real Chromium; the test file closes it in `afterAll`. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, env: environment(), args })
}

/** A browser whose disk stays in this folder, as a telephone's does: closed or killed, it opens again on what it kept. */
export function openTelephone(folder: string, options: { offline?: boolean } = {}): Promise<BrowserContext> {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, ...options }
  return chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    env: environment(),
    args,
    ...phone,
  })
}

/** The browser that we started on this folder, and no other, ends as when a battery goes. */
export function killTelephone(folder: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const path = `/proc/${pid}/cmdline`
    const said = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (said.includes(`--user-data-dir=${folder}`) && !said.includes('--type='))
      process.kill(Number(pid), 'SIGKILL')
  }
}
