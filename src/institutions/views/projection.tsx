import { DefinitionList } from '../../ui/definition-list.tsx'
import { fieldWords, valueWords } from '../words.fr.ts'

/** What crossed, field by field, as it crossed. Nested fields keep their path: « place · commune ». */
export const Projection = ({ projection }: { projection: unknown }) => (
  <DefinitionList
    items={leavesOf(projection, []).map(({ path, value }) => ({
      term: path.map((p) => fieldWords[p] ?? p).join(' · '),
      value: <bdi>{valueWords[path.at(-1) ?? '']?.[value] ?? value}</bdi>,
    }))}
  />
)

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
