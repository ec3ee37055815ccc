// The peer of the page benches: the same fifty unions drawn by the same views on the same server library, with nothing
// else: no database, no session, no header of ours. What this machine can give at most.
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { UnionsPage } from '../../src/institutions/views/unions-page.tsx'
import { Layout, renderPage } from '../../src/ui/layout.tsx'

const unions = Array.from({ length: 50 }, (_none, n) => ({
  slug: `union-${n}`,
  title: `Union ${n}`,
  what: 'Nous datons les attentes.',
  contact: `u${n}@example.org`,
  estates: [`Résidence ${n}`],
}))

const app = new Hono().get('/', (c) =>
  c.html(
    renderPage(
      <Layout title="Unions">
        <UnionsPage unions={unions} />
      </Layout>,
    ),
  ),
)
const server = createAdaptorServer({ fetch: app.fetch }) as Server
server.listen(Number(process.argv[2]), '127.0.0.1')
