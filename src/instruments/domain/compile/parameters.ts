/** The parameters of a question: which ones its type knows, and what each may be. */
import type { QuestionType } from '../form.ts'
import { isName } from './outline.ts'
import type { Refuse } from './refusal.ts'

export type Parameters = Readonly<Record<string, string>>
export type Asked = {
  readonly type: QuestionType
  readonly file: string | undefined
  readonly appearance: string
  readonly row: number
  /** Lists and repeats that a geographic parameter may name. */
  readonly isGeometry: (name: string) => boolean
}

const KNOWN: Readonly<Partial<Record<QuestionType, readonly string[]>>> = {
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'reference-geometry', 'warning-accuracy'],
  audio: ['quality'],
  image: ['app', 'max-pixels'],
  text: ['rows'],
  audit: [
    'location-priority',
    'location-min-interval',
    'location-max-age',
    'track-changes',
    'track-changes-reasons',
    'identify-user',
  ],
  range: ['end', 'placeholder', 'start', 'step', 'tick_interval', 'tick_labelset'],
}
const SELECT = ['randomize', 'seed']
const NUMBER = /^-?\d+(?:\.\d+)?$/
const REFERENCE = /^\$\{[^}]+\}$/
const PACKAGE = /^[A-Za-z][\w]*(?:\.[A-Za-z]\w*)+$/
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  'allow-mock-accuracy': ['true', 'false'],
  'track-changes': ['true', 'false'],
  'identify-user': ['true', 'false'],
  'track-changes-reasons': ['on-form-edit'],
  'location-priority': ['no-power', 'low-power', 'balanced', 'high-accuracy'],
  quality: ['voice-only', 'low', 'normal', 'external'],
  randomize: ['true', 'false'],
}

/** `key=value` apart by spaces, commas or semicolons; keys in any case. */
export function cutParameters(written: string): Parameters | undefined {
  const pairs = written
    .split(/[;,\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.split('='))
  if (pairs.some((pair) => pair.length !== 2 || pair.includes(''))) return undefined
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key.toLowerCase(), value]))
}

export function readParameters(written: string, asked: Asked, refuse: Refuse): Parameters {
  const at = { sheet: 'survey', row: asked.row, column: 'parameters' } as const
  const parameters = cutParameters(written)
  if (!parameters) {
    refuse({ because: 'parameters_malformed', ...at, what: written })
    return {}
  }
  const known = knownTo(asked)
  for (const [key, value] of Object.entries(parameters)) {
    if (known && !known.includes(key)) {
      refuse({ because: 'parameter_unknown', ...at, what: key, accepted: known })
    } else if (!isValid(key, value, asked, parameters)) {
      refuse({ because: 'parameter_value', ...at, what: `${key}=${value}`, accepted: ONE_OF[key] ?? [] })
    }
  }
  return parameters
}

function knownTo({ type, file }: Asked): readonly string[] | undefined {
  const isChoice = type === 'select_one' || type === 'select_multiple' || type === 'rank'
  if (isChoice) return file === undefined ? SELECT : [...SELECT, 'value', 'label']
  return KNOWN[type]
}

function isValid(key: string, value: string, asked: Asked, all: Parameters): boolean {
  const allowed = ONE_OF[key]
  if (allowed) return allowed.includes(key === 'randomize' ? value.toLowerCase() : value)
  if (key === 'value' || key === 'label') return isName(value)
  if (key === 'seed') return all['randomize'] !== undefined && (NUMBER.test(value) || REFERENCE.test(value))
  if (key === 'rows' || key === 'max-pixels') return /^\d+$/.test(value)
  if (key.endsWith('-accuracy')) return NUMBER.test(value)
  if (key === 'app') return /signature|new-front/.test(asked.appearance) || PACKAGE.test(value)
  if (key === 'reference-geometry') return asked.isGeometry(value)
  if (key === 'location-max-age') return Number(value) >= Number(all['location-min-interval'] ?? 0)
  return key !== 'location-min-interval' || Number(value) >= 0
}
