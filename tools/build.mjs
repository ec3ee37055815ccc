// Bundles the islands' JavaScript into public/assets. Pages work without it; nothing to build, nothing done.
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = ['src/web/client.ts', 'src/web/client.tsx'].find((path) => existsSync(`${root}/${path}`))

rmSync(`${root}/public/assets`, { recursive: true, force: true })
if (entry) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'public/assets',
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
}
