// Chromium for tests, from npm (x64 Linux): unpacked once into this project's own folder, before any test file runs.
// The package unpacks into os.tmpdir() and trusts any /tmp/chromium it finds (another user's, or half written): hence TMPDIR.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import pack, { inflate } from '@sparticuz/chromium'

const own = process.env['CHROMIUM_PATH']
const folder = resolve(import.meta.dirname, '../../node_modules/.cache/chromium-153')
const libraries = join(folder, 'al2023', 'lib')
const fonts = join(folder, 'fonts')

export const chromiumPath = own ?? join(folder, 'chromium')

/** NSS and fonts travel in the package: a bare Debian has neither. */
export const chromiumEnvironment: Readonly<Record<string, string>> = own
  ? {}
  : { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts }

// The package's own fonts.conf names /tmp/fonts, and with no font at all Chromium dies at the first text.
const fontsConfiguration = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`

async function unpack(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await pack.executablePath()
  writeFileSync(join(fonts, 'fonts.conf'), fontsConfiguration)
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  // Last: the presence of these libraries means that all is unpacked.
  await inflate(join(packed, 'al2023.tar.br'))
}

export async function unpackChromium(): Promise<void> {
  if (own || existsSync(join(libraries, 'libnss3.so'))) return
  if (process.arch !== 'x64' || process.platform !== 'linux')
    throw new Error(
      'Pas de Chromium dans npm pour cette machine : donnez CHROMIUM_PATH=/chemin/vers/chrome (Debian : apt-get install chromium).',
    )
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await unpack()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
