import type { ComponentChildren } from 'preact'
import { type Door, fieldsOf } from '../../access/door.ts'
import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import { fieldWords, valueWords } from '../words.fr.ts'

/** How a noun draws what crosses by its own door; nothing when what crossed has another shape. */
export type Picture = (projection: unknown) => ComponentChildren
export type Pictures = Readonly<Record<string, Picture>>

type Props = {
  readonly projection: unknown
  readonly door: Door | undefined
  readonly pictures: Pictures
}

/** What crossed, as the noun of its door draws it; else field by field. */
export const Projection = ({ projection, door, pictures }: Props) => (
  <>{(door && pictures[door.name]?.(projection)) ?? <Fields projection={projection} door={door} />}</>
)

/** Nested fields keep their path: «place · commune»; the door says the order. */
const Fields = ({ projection, door }: Omit<Props, 'pictures'>) => {
  const order = door ? fieldsOf(door).map((field) => field.replaceAll('[]', '')) : []
  const rankOf = ({ path }: Leaf): number => {
    const rank = order.indexOf(path.filter((part) => !/^\d+$/.test(part)).join('.'))
    return rank < 0 ? order.length : rank
  }
  return (
    <DefinitionList
      items={leavesOf(projection, [])
        .toSorted((a, b) => rankOf(a) - rankOf(b))
        .map(({ path, value }) => ({
          term: path.map((part) => fieldWords[part] ?? part).join(' · '),
          value: <bdi>{sayValue(path.at(-1) ?? '', value)}</bdi>,
        }))}
    />
  )
}

function sayValue(field: string, value: string): string {
  const day = parseCalendarDay(value)
  return valueWords[field]?.[value] ?? (day ? formatDay(day) : value)
}

type Leaf = { readonly path: readonly string[]; readonly value: string }

function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value) && value.every((v) => typeof v !== 'object'))
    return value.length === 0 ? [] : [{ path, value: value.join(', ') }]
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, v]) =>
      leavesOf(v, [...path, Array.isArray(value) ? String(Number(name) + 1) : name]),
    )
  if (typeof value === 'boolean') return [{ path, value: value ? 'oui' : 'non' }]
  return [{ path, value: typeof value === 'string' ? value : JSON.stringify(value) }]
}
