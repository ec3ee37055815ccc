/** One row of the survey as a question: its cells read one by one, each wrong one told in its place. */
import type { Expression, Path, Step } from '../expression.ts'
import type { Question, QuestionType } from '../form.ts'
import { isDynamic } from './dynamic-default.ts'
import type { Lists } from './lists.ts'
import { chainOf, type Draft } from './outline.ts'
import { type Parameters, readParameters } from './parameters.ts'
import type { ReadType } from './question-types.ts'
import { readRange } from './range.ts'
import type { References } from './references.ts'
import type { Refuse } from './refusal.ts'
import { triggersOf } from './triggers.ts'
import { mediaOf, wordingOf } from './wordings.ts'

export type Compiling = {
  readonly references: References
  readonly lists: Lists
  /** Names of the lists that come as files beside the form. */
  readonly files: ReadonlySet<string>
  readonly fallback: string
  readonly refuse: Refuse
}
type Asking = Extract<ReadType, { readonly is: 'question' }>

const FILLED_BY_DEVICE: readonly QuestionType[] = [
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'email',
  'audit',
]
const YES: Expression = { op: 'call', name: 'true', args: [] }
const FILE_NAME = /\.(?:csv|xml|geojson)$/i

export function compileQuestion(place: Draft, read: Asking, compiling: Compiling): Question {
  const { row } = place
  const { cells } = row
  const expression = (column: string) => expressionIn(place, column, compiling)
  const triggers = triggersOf(place, compiling)
  const isAsked = asked(place, read, compiling)
  return {
    kind: 'question',
    name: place.name,
    row: row.row,
    type: read.type,
    isAsked,
    ...wordsOf(place, compiling),
    ...some('appearance', cells['appearance']),
    ...some('relevant', expression('relevant')),
    ...some('required', expression('required')),
    ...some('constraint', expression('constraint')),
    ...some('readOnly', expression('read_only') ?? (read.type === 'note' ? YES : undefined)),
    ...(triggers ? { triggers } : some('calculation', expression('calculation'))),
    ...defaultOf(place, read, compiling),
    ...choicesOf(place, read, compiling),
  }
}

function wordsOf(place: Draft, { references, fallback }: Compiling) {
  const worded = { row: place.row, from: place, sheet: 'survey' } as const
  const wording = (column: string) => wordingOf(references, worded, column, fallback)
  return {
    ...some('label', wording('label')),
    ...some('hint', wording('hint')),
    ...some('guidance', wording('guidance_hint')),
    ...some('media', mediaOf(references, worded, fallback)),
    ...some('requiredMessage', wording('required_message')),
    ...some('constraintMessage', wording('constraint_message')),
  }
}

export function some<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const made: { [P in K]?: V } = {}
  if (value !== undefined) made[key] = value
  return made
}

const YES_WORDS = ['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'true()']
const NO_WORDS = ['no', 'No', 'NO', 'false', 'False', 'FALSE', 'false()']

export function expressionIn(
  place: Draft,
  column: string,
  { references }: Compiling,
): Expression | undefined {
  const written = place.row.cells[column]
  if (written === undefined) return undefined
  const isSwitch = column !== 'calculation' && column !== 'choice_filter'
  if (isSwitch && YES_WORDS.includes(written)) return YES
  if (isSwitch && NO_WORDS.includes(written)) return { op: 'call', name: 'false', args: [] }
  return references.parse(written, place, { sheet: 'survey', row: place.row.row, column })
}

/** A row without words that computes is not asked; one that neither asks nor computes is refused. */
function asked(place: Draft, { type }: Asking, { refuse }: Compiling): boolean {
  if (FILLED_BY_DEVICE.includes(type)) return false
  const { cells, said, row } = place.row
  const isComputed = cells['calculation'] !== undefined
  const at = { sheet: 'survey', row, what: place.name } as const
  if (type === 'calculate') {
    const hasValue = isComputed || cells['default'] !== undefined || cells['type']?.toLowerCase() === 'hidden'
    if (!hasValue) refuse({ because: 'calculation_absent', column: 'calculation', ...at })
    return false
  }
  const hasWords =
    Object.keys(said).some(
      (column) => column === 'label' || column === 'hint' || column.startsWith('media::'),
    ) ||
    said['guidance_hint'] !== undefined ||
    cells['media'] !== undefined
  if (hasWords) return true
  if (!isComputed && cells['trigger'] === undefined)
    refuse({ because: 'label_absent', column: 'label', ...at })
  return false
}

function defaultOf(place: Draft, { type }: Asking, compiling: Compiling) {
  const written = place.row.cells['default']
  if (written === undefined) return {}
  if (!isDynamic(written, type)) return { default: written }
  const cell = { sheet: 'survey', row: place.row.row, column: 'default' } as const
  return some('dynamicDefault', compiling.references.parse(written, place, cell))
}

function choicesOf(place: Draft, read: Asking, compiling: Compiling) {
  const { cells, row } = place.row
  const { lists, references, refuse } = compiling
  const list = read.file === undefined ? read.list : fileList(place, read.file, refuse)
  const answers = /^\$\{\s*([^}]+?)\s*\}$/.exec(read.list ?? '')?.[1]
  if (answers === undefined && read.list !== undefined && !lists.has(read.list)) {
    refuse({ because: 'list_absent', sheet: 'survey', row, column: 'type', what: read.list })
  }
  if (read.hasOther && cells['choice_filter'] !== undefined) {
    refuse({ because: 'filter_with_other', sheet: 'survey', row, column: 'choice_filter', what: place.name })
  }
  const parameters = parametersOf(place, read, compiling)
  const seed = parameters?.['seed']
  const cell = { sheet: 'survey', row, column: 'parameters' } as const
  const isRandom = parameters?.['randomize']?.toLowerCase() === 'true'
  const drawn = isRandom
    ? some('seed', seed === undefined ? undefined : references.parse(seed, place, cell))
    : undefined
  return {
    ...some('list', answers === undefined ? list : undefined),
    ...some('choicesFrom', answers === undefined ? undefined : answersIn(answers, place, compiling)),
    ...some('choiceFilter', list === undefined ? undefined : expressionIn(place, 'choice_filter', compiling)),
    ...some('parameters', parameters),
    ...some('randomized', drawn),
  }
}

/** Answers of a repeat as choices: of the instances that pass the filter of the row, or of those that have one. */
function answersIn(name: string, place: Draft, compiling: Compiling): Path | undefined {
  const cell = { sheet: 'survey', row: place.row.row, column: 'type' } as const
  const target = compiling.references.find(name, cell)
  const chain = target ? chainOf(target) : []
  const at = chain.findLastIndex(({ kind }) => kind === 'repeat')
  const path = compiling.references.pathTo((chain[at] ?? place).name, place, cell)
  const [last, ...before] = path?.steps.toReversed() ?? []
  if (!path || !last) return undefined
  const rest: Step[] = chain.slice(at + 1).map((inner) => ({ axis: 'child', name: inner.name }))
  const answer: Expression = { op: 'path', from: 'here', steps: rest }
  const isGiven: Expression = { op: '!=', left: answer, right: { op: 'text', value: '' } }
  const filter = expressionIn(place, 'choice_filter', compiling) ?? isGiven
  return { ...path, steps: [...before.toReversed(), { ...last, where: [filter] }, ...rest] }
}

function fileList(place: Draft, file: string, refuse: Refuse): string {
  const at = { sheet: 'survey', row: place.row.row } as const
  if (!FILE_NAME.test(file)) refuse({ because: 'file_unknown_kind', ...at, column: 'type', what: file })
  if (/search\(/.test(place.row.cells['appearance'] ?? '')) {
    refuse({ because: 'search_on_file', ...at, column: 'appearance', what: place.name })
  }
  return file.replace(FILE_NAME, '')
}

function parametersOf(place: Draft, read: Asking, compiling: Compiling): Parameters | undefined {
  const { cells, row } = place.row
  const { lists, references, refuse } = compiling
  const written = cells['parameters']
  if (written === undefined && read.type !== 'range') return undefined
  const appearance = cells['appearance'] ?? ''
  const cell = { sheet: 'survey', row, column: 'parameters' } as const
  const isGeometry = (name: string) => {
    const reference = /^\$\{([^}]+)\}$/.exec(name)?.[1]
    return reference === undefined
      ? lists.has(name) || compiling.files.has(name)
      : references.find(reference, cell)?.kind === 'repeat'
  }
  const found = readParameters(
    written ?? '',
    { type: read.type, file: read.file, appearance, row, isGeometry },
    refuse,
  )
  return read.type === 'range' ? readRange(found, appearance, lists, row, refuse) : found
}
