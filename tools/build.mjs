// Bundles the islands' JavaScript and the telephone's into public/assets. Pages but the telephone's work without it.
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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
