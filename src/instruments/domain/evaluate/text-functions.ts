import type { Called, Functions } from './functions.ts'
import { isNodes, textOf, toBoolean, toNumber, toText } from './value.ts'

const text = ({ at }: Called, index: number) => toText(at(index))
const number = ({ at }: Called, index: number) => toNumber(at(index))

/** Every text of the arguments from one on; a set of nodes gives as many as it holds. */
function texts({ args, at }: Called, from: number): string[] {
  return args.slice(from).flatMap((_, index) => {
    const value = at(index + from)
    return isNodes(value) ? value.map(textOf) : [toText(value)]
  })
}

const words = (value: string) => value.split(/\s+/).filter((word) => word !== '')

function substr(called: Called): string {
  const [start, end] = [number(called, 1), called.has(2) ? number(called, 2) : undefined]
  return Array.from(text(called, 0)).slice(start, end).join('')
}

/** Places count from 1, and are rounded. */
function substring(called: Called): string {
  const start = Math.round(number(called, 1))
  const end = called.has(2) ? start + Math.round(number(called, 2)) : Number.POSITIVE_INFINITY
  return Array.from(text(called, 0))
    .filter((_, at) => at + 1 >= start && at + 1 < end)
    .join('')
}

function translate(called: Called): string {
  const [from, to] = [Array.from(text(called, 1)), Array.from(text(called, 2))]
  return Array.from(text(called, 0))
    .map((letter) => (from.includes(letter) ? (to[from.indexOf(letter)] ?? '') : letter))
    .join('')
}

function matches(called: Called): boolean {
  try {
    return new RegExp(`^(?:${text(called, 1)})$`, 'u').test(text(called, 0))
  } catch {
    return new RegExp(`^(?:${text(called, 1)})$`).test(text(called, 0))
  }
}

const BASE64 = /^[\w+/=\s]*$/

export const TEXT_FUNCTIONS: Functions = {
  string: (called) => (called.has(0) ? text(called, 0) : textOf(called.here.node)),
  concat: (called) => texts(called, 0).join(''),
  join: (called) => texts(called, 1).join(text(called, 0)),
  coalesce: (called) => text(called, 0) || text(called, 1),
  contains: (called) => text(called, 0).includes(text(called, 1)),
  'starts-with': (called) => text(called, 0).startsWith(text(called, 1)),
  'ends-with': (called) => text(called, 0).endsWith(text(called, 1)),
  substr,
  substring,
  'substring-before': (called) => {
    const at = text(called, 0).indexOf(text(called, 1))
    return at < 0 ? '' : text(called, 0).slice(0, at)
  },
  'substring-after': (called) => {
    const at = text(called, 0).indexOf(text(called, 1))
    return at < 0 ? '' : text(called, 0).slice(at + text(called, 1).length)
  },
  'string-length': (called) => Array.from(called.has(0) ? text(called, 0) : textOf(called.here.node)).length,
  'normalize-space': (called) => words(called.has(0) ? text(called, 0) : textOf(called.here.node)).join(' '),
  translate,
  regex: matches,
  'base64-decode': (called) => (BASE64.test(text(called, 0)) ? decoded(text(called, 0)) : ''),
  selected: (called) => words(text(called, 0)).includes(text(called, 1).trim()),
  'selected-at': (called) => words(text(called, 0))[Math.trunc(number(called, 1))] ?? '',
  'count-selected': (called) => words(text(called, 0)).length,
  'boolean-from-string': (called) => ['true', '1'].includes(text(called, 0).toLowerCase()),
  boolean: ({ at }) => toBoolean(at(0)),
  uuid: ({ here, has, at }) =>
    has(0) ? drawn(here.around.random, toNumber(at(0))) : uuid(here.around.random),
}

function decoded(value: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value.trim()), (letter) => letter.charCodeAt(0)))
  } catch {
    return ''
  }
}

const hex = (random: () => number) => Math.floor(random() * 16).toString(16)

function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replaceAll('x', () => hex(random))
}

function drawn(random: () => number, length: number): string {
  return Array.from({ length }, () => hex(random)).join('')
}
