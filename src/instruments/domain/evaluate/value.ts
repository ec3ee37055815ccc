/** What an expression gives, and how one kind of value is read as another (XPath 1.0, with the dates of ODK). */

export type XNode = {
  readonly name: string
  readonly parent: XNode | null
  readonly children: readonly XNode[]
  /** Its own text; null when it is made of its children's. */
  readonly text: string | null
}

export type Value = string | number | boolean | readonly XNode[]

/** What the expressions of one evaluation may ask of what surrounds them. */
export type Surroundings = {
  readonly root: XNode
  readonly instance: (name: string) => XNode | undefined
  readonly now: Date
  readonly random: () => number
  readonly version: string
  /** The words of a choice of the list behind the question at a path. */
  readonly choiceName: (value: string, path: string, from: XNode) => string
}

export type Here = {
  readonly node: XNode
  /** The node whose expression it is, whatever brackets one is inside of. */
  readonly current: XNode
  readonly position: number
  readonly size: number
  readonly around: Surroundings
}

const NUMBER = /^\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*$/
const DAY = /^\d{4}-\d{2}-\d{2}/
const DAY_MS = 86_400_000

export function isNodes(value: Value): value is readonly XNode[] {
  return typeof value === 'object'
}

export function textOf(node: XNode): string {
  return node.text ?? node.children.map(textOf).join('')
}

export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  const [first] = value
  return first ? textOf(first) : ''
}

/** Never in scientific notation; what is no number says nothing, as in ODK. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return ''
  if (Object.is(value, -0)) return '0'
  const text = String(value)
  if (!/e/.test(text)) return text
  return Math.abs(value) < 1
    ? value.toFixed(20).replace(/\.?0+$/, '')
    : value.toLocaleString('en-US', { useGrouping: false })
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const text = toText(value)
  if (NUMBER.test(text)) return Number(text)
  if (!DAY.test(text)) return Number.NaN
  const date = dateOf(text)
  return date ? daysSince1970(date) : Number.NaN
}

export function toBoolean(value: Value): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return typeof value === 'boolean' ? value : value.length > 0
}

/** A day is read at its midnight where one is; an instant as it says. */
export function dateOf(text: string): Date | undefined {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** Days of the place where one is, so that midnight is a whole number. */
export function daysSince1970(date: Date): number {
  return (date.getTime() - date.getTimezoneOffset() * 60_000) / DAY_MS
}

export function dateOfDays(days: number): Date {
  const there = new Date(days * DAY_MS)
  return new Date(there.getTime() + there.getTimezoneOffset() * 60_000)
}
