// Bundles the islands' JavaScript and the telephone's into public/assets. Pages but the telephone's work without it.
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import sharp from 'sharp'

const shared = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  outdir: 'public/assets',
  bundle: true,
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
}

rmSync(`${shared.absWorkingDir}/public/assets`, { recursive: true, force: true })
await build({
  ...shared,
  entryPoints: ['src/web/client.ts'],
  entryNames: '[name]',
  splitting: true,
  format: 'esm',
})
await build({
  ...shared,
  entryPoints: { phone: 'src/survey/client/phone.tsx', 'phone-worker': 'src/survey/client/worker.ts' },
  chunkNames: 'phone-part-[hash]',
  splitting: true,
  format: 'esm',
})

// What stands on a home screen: an iPhone wants a picture of points, on a ground of its own.
const logo = readFileSync(new URL('../public/favicon.svg', import.meta.url))
for (const side of [180, 192, 512]) {
  const margin = Math.round(side / 7)
  const edge = { top: margin, bottom: margin, left: margin, right: margin, background: '#f5f0e6' }
  await sharp(logo, { density: 2400 })
    .resize(side - 2 * margin)
    .flatten({ background: '#f5f0e6' })
    .extend(edge)
    .png()
    .toFile(`${shared.absWorkingDir}/public/assets/icon-${side}.png`)
}
