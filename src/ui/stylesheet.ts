import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const text = readFileSync(new URL('../../public/palier.css', import.meta.url))

/** Its address changes with its contents: a phone downloads it once, and never wears yesterday's. */
export const STYLESHEET = `/palier.css?v=${createHash('sha256').update(text).digest('hex').slice(0, 10)}`
