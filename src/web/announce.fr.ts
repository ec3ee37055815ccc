import type { Server } from 'node:http'
import { DEMO_PEOPLE } from '../seed/demo-people.ts'
import { SPACES } from '../seed/neighbourhood.ts'
import { DEMO_CODE } from '../seed/papers.fr.ts'
import type { Config } from './config.ts'

/** What `npm start` prints once it serves: the address and, in demonstration, whom one can become. */
export function announce(config: Pick<Config, 'demo' | 'publicUrl' | 'port'>, server: Server): string {
  const bound = server.address()
  const url = new URL(config.publicUrl)
  if (config.port === 0 && typeof bound === 'object' && bound) url.port = String(bound.port)
  const address = `Palier est ouvert\u202f: ${url.href}`
  if (!config.demo) return address
  const spaces = SPACES.map(
    (s) =>
      `  ${s.name}\u202f: ${DEMO_PEOPLE.filter((p) => p.space === s.key)
        .map((p) => p.name)
        .join(', ')}`,
  )
  return [
    address,
    '',
    `Démonstration (tout est inventé). Pour devenir quelqu’un\u202f: ${new URL('/demo', url).href}`,
    ...spaces,
    `  Un foyer, avec son code\u202f: ${new URL('/suivi', url).href}, ${DEMO_CODE}`,
  ].join('\n')
}
