// What lies between a telephone in a stairwell and the union's server: a network that loses, repeats and lies.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What befalls an envelope on its way. */
export const FAULTS = ['lost', 'answer_lost', 'twice', 'broken', 'portal', 'signed_out', 'cut'] as const
export type Fault = (typeof FAULTS)[number]

export type FaultyNetwork = {
  readonly url: string
  /** How often each fault befell something. */
  readonly befell: ReadonlyMap<Fault, number>
  /** From now on nothing is lost any more. */
  heal(): void
  /** From now on no envelope arrives at all. */
  cut(): void
  /** The union serves a new version of the telephone's page; a page that runs it has its number on `html`. */
  renew(): void
  close(): Promise<void>
}

const PORTAL = '<!doctype html><title>Bienvenue</title><p>Acceptez les conditions pour continuer.'

/** Forwards to `port` of this machine; two envelopes in five meet a fault, the same ones for the same `chance`. */
export async function faultyNetwork(port: number, chance: () => number): Promise<FaultyNetwork> {
  const befell = new Map<Fault, number>()
  let [isHealed, isCut, version] = [false, false, 0]
  const draw = ({ method, url = '' }: IncomingMessage): Fault | undefined => {
    if (isCut && method === 'PUT') return 'lost'
    if (isHealed || method !== 'PUT' || !url.startsWith('/porte-a-porte/envois/')) return undefined
    const fault = chance() < 0.4 ? FAULTS[Math.floor(chance() * FAULTS.length)] : undefined
    if (fault) befell.set(fault, (befell.get(fault) ?? 0) + 1)
    return fault
  }
  const server = createServer((asked, answer) => void carry(port, asked, answer, draw(asked), version))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    befell,
    heal: () => void ([isHealed, isCut] = [true, false]),
    cut: () => void (isCut = true),
    renew: () => void version++,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function carry(
  port: number,
  asked: IncomingMessage,
  answer: ServerResponse,
  fault: Fault | undefined,
  version: number,
): Promise<void> {
  const sent = (await buffer(asked)).subarray(0, fault === 'cut' ? 100 : undefined)
  if (fault === 'lost') return void asked.socket.destroy()
  if (fault === 'broken') return void answer.writeHead(500).end('Internal Server Error')
  if (fault === 'signed_out') return void answer.writeHead(401).end(PORTAL)
  if (fault === 'portal') return void answer.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL)
  const told = await forward(port, asked, sent)
  if (fault === 'twice') await forward(port, asked, sent)
  if (fault === 'answer_lost' || !told) return void asked.socket.destroy()
  const body = version === 0 ? told.body : renewed(asked.url ?? '', told.body, version)
  const { 'content-length': _, ...headers } = told.headers
  answer.writeHead(told.status, headers).end(body)
}

/** The same page, worker and script under another name, as after a deployment. */
function renewed(url: string, body: Buffer, version: number): Buffer | string {
  if (url.startsWith('/assets/phone.js'))
    return `${body.toString()}\n;document.documentElement.dataset.version = ${version}`
  if (!/^\/porte-a-porte(?:\/sw\.js)?$/.test(url)) return body
  return body
    .toString()
    .replaceAll(/\/assets\/phone\.js\?v=[0-9a-f]+/g, `$&.${version}`)
    .replace(/"version":"[0-9a-f]+/, `$&.${version}`)
}

type Told = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer }

/** Undefined when the server is not there. */
function forward(port: number, asked: IncomingMessage, body: Buffer): Promise<Told | undefined> {
  const { 'content-length': _, 'accept-encoding': __, ...headers } = asked.headers
  return new Promise((resolve) => {
    const sent = request(
      { host: 'localhost', port, method: asked.method, path: asked.url, headers },
      (told) => void buffer(told).then((read) => resolve(asTold(told, read))),
    )
    sent.once('error', () => resolve(undefined))
    sent.end(body)
  })
}

const asTold = ({ statusCode, headers }: IncomingMessage, body: Buffer): Told => ({
  status: statusCode ?? 502,
  headers,
  body,
})
