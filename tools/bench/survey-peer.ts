// A peer beside our telephone: ODK Web Forms on the same questions, in the same slowed browser, nothing kept before.
import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { WAIT_INSTRUMENT } from '../../src/survey/domain/wait-instrument.ts'
import type { ReadyPhone } from '../testing/ready-phone.ts'
import { xformOf } from './xform-of.ts'

const ROUNDS = 5
const ROOT = new URL('../..', import.meta.url).pathname

const ENTRY = `import { createApp, h } from 'vue'
import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms'
const formXml = await (await fetch('/form.xml')).text()
const fetchFormAttachment = () => Promise.reject(new Error('none'))
createApp({ render: () => h(OdkWebForm, { formXml, fetchFormAttachment }) }).use(webFormsPlugin).mount('#app')`

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pair</title><div id="app"></div><script>globalThis.firstQuestion = new Promise((told) => {
  new MutationObserver(() => {
    if (document.querySelector('#app input')) requestAnimationFrame(() => told(performance.now()))
  }).observe(document, { subtree: true, childList: true })
})</script><script type="module" src="/main.js"></script></html>`

export type PeerTimes = { readonly kilobytes: number; readonly times: readonly number[] }

/** kB sent and milliseconds to the first question that can be answered. */
export async function peerTimes({ page, chromium }: ReadyPhone): Promise<PeerTimes> {
  const peer = await servePeer()
  try {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await page.goto('about:blank')
      await chromium.send('Network.clearBrowserCache')
      await page.goto(peer.url)
      times.push(Number(await page.evaluate('firstQuestion')))
    }
    const sent = Number(await page.evaluate(SENT))
    return { kilobytes: sent, times }
  } finally {
    await peer.close()
  }
}

const SENT = `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`

/** Bundled, minified and split as its authors would have it served, compressed once. */
async function servePeer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-peer-'))
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'js' },
    outdir: join(folder, 'out'),
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    entryNames: 'main',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
    },
  })
  const server = createServer((request, response) => {
    const [type, text] = answerTo(request.url ?? '/', join(folder, 'out'))
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
    response.end(gzipSync(text))
  })
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => void server.close(closed))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function answerTo(path: string, folder: string): readonly [string, string | Buffer] {
  if (path === '/form.xml') return ['text/xml', xformOf(WAIT_INSTRUMENT)]
  if (path.endsWith('.js')) return ['text/javascript', readFileSync(join(folder, path.slice(1)))]
  return ['text/html', PAGE]
}
