/** A workbook into a form, or every reason why it is none: all of them at once, so that one round mends them. */
import { accept, refuse as refused, type Result } from '../../../kernel/result.ts'
import type { Expression } from '../expression.ts'
import type { Choice, Form, Item, Language } from '../form.ts'
import { refuseCircles } from './circles.ts'
import { compileList, groupChoices, type Lists } from './lists.ts'
import { type Draft, everyDraft, isName, outline, refuseNames } from './outline.ts'
import { specifyOther, withOther } from './or-other.ts'
import { type Compiling, compileQuestion, expressionIn, some } from './questions.ts'
import { referencesOf } from './references.ts'
import { countsOf } from './repeat-counts.ts'
import type { FormRefusal, Refuse } from './refusal.ts'
import { refuseSheets } from './sheets.ts'
import { findSheet, readRows, type SheetRow, type Workbook } from './workbook.ts'
import { wordingOf } from './wordings.ts'

export type NotAForm = { readonly because: 'workbook_refused'; readonly refusals: readonly FormRefusal[] }

const LAST_RESORT = 'data'
const YES = ['yes', 'true', 'true()']

export function compileForm(workbook: Workbook, formName = LAST_RESORT): Result<Form, NotAForm> {
  const refusals: FormRefusal[] = []
  const refuse: Refuse = (refusal) => void refusals.push(refusal)
  refuseSheets(workbook, refuse)
  const [settings] = readRows(findSheet(workbook, 'settings'), 'settings')
  const form = compile(workbook, settings?.cells ?? {}, formName, refuse)
  return refusals.length === 0 ? accept(form) : refused({ because: 'workbook_refused', refusals })
}

function compile(
  workbook: Workbook,
  settings: Readonly<Record<string, string>>,
  formName: string,
  refuse: Refuse,
): Form {
  const [rows, choices] = [rowsOf(workbook, 'survey'), rowsOf(workbook, 'choices')]
  const root = rootOf(settings, formName, refuse)
  const top = outline(rows, root, refuse)
  countsOf(top)
  const fallback = settings['default_language'] ?? ''
  const mayRepeat = YES.includes((settings['allow_choice_duplicates'] ?? '').toLowerCase())
  const lists = groupChoices(choices, mayRepeat, refuse)
  const references = referencesOf(top, refuse)
  const compiling: Compiling = {
    references,
    lists,
    files: new Set(Object.keys(filesOf(top))),
    fallback,
    refuse,
  }
  specifyOther(top)
  refuseNames(top, refuse)
  const languages = languagesOf([...rows, ...choices], fallback)
  return {
    ...namesOf(settings, formName),
    style: settings['style'] ?? '',
    ...contents(settings, top, compiling, languages),
  }
}

/** What the sheets hold, once every name is known. */
function contents(
  settings: Readonly<Record<string, string>>,
  top: Draft,
  compiling: Compiling,
  languages: readonly Language[],
) {
  const items = top.children.map((place) => compileItem(place, compiling))
  refuseCircles(items, top.name, compiling.refuse)
  const { fallback, lists } = compiling
  return {
    root: top.name,
    languages,
    defaultLanguage: (languages.find(({ name }) => name === fallback) ?? languages[0])?.name ?? '',
    ...some('instanceName', instanceName(settings, top, compiling)),
    items,
    lists: compileLists(lists, top, compiling, languages),
    files: filesOf(top),
  }
}

const rowsOf = (workbook: Workbook, name: string) => readRows(findSheet(workbook, name), name)

function namesOf(settings: Readonly<Record<string, string>>, formName: string) {
  const id = settings['form_id'] ?? settings['id_string'] ?? formName
  return { id, version: settings['version'] ?? '', title: settings['form_title'] ?? settings['title'] ?? id }
}

function instanceName(
  settings: Readonly<Record<string, string>>,
  top: Draft,
  { references }: Compiling,
): Expression | undefined {
  const written = settings['instance_name']
  return written === undefined
    ? undefined
    : references.parse(written, top, { sheet: 'settings', row: 2, column: 'instance_name' })
}

function rootOf(settings: Readonly<Record<string, string>>, formName: string, refuse: Refuse): string {
  const named = settings['name']
  if (named !== undefined && !isName(named)) {
    refuse({ because: 'name_malformed', sheet: 'settings', row: 1, column: 'name', what: named })
  }
  if (named === undefined && !isName(formName)) {
    refuse({ because: 'name_malformed', sheet: 'workbook', row: null, column: null, what: formName })
  }
  return named ?? formName
}

/** Languages in the order their columns come; the one without a name first when it says something. */
function languagesOf(rows: readonly SheetRow[], fallback: string): readonly Language[] {
  const names = new Set(
    rows.flatMap(({ said }) => Object.values(said).flatMap((wording) => Object.keys(wording))),
  )
  const named = [...names].map((name) => (name === '' ? fallback : name))
  const found = [...new Set(named.length > 0 ? named : [fallback])]
  return found.map((name) => ({ name, tag: /\(([\w-]+)\)\s*$/.exec(name)?.[1] ?? null }))
}

function compileItem(place: Draft, compiling: Compiling): Item {
  if (place.read.is === 'question') return compileQuestion(place, place.read, compiling)
  const shared = {
    name: place.name,
    row: place.row.row,
    ...some(
      'label',
      wordingOf(
        compiling.references,
        { row: place.row, from: place, sheet: 'survey' },
        'label',
        compiling.fallback,
      ),
    ),
    ...some('appearance', place.row.cells['appearance']),
    ...some('relevant', expressionIn(place, 'relevant', compiling)),
    items: place.children.map((inner) => compileItem(inner, compiling)),
  }
  if (place.kind !== 'repeat') return { kind: 'group', ...shared }
  return { kind: 'repeat', ...shared, ...some('count', expressionIn(place, 'repeat_count', compiling)) }
}

function compileLists(
  lists: Lists,
  top: Draft,
  { references, fallback }: Compiling,
  languages: readonly Language[],
): Readonly<Record<string, readonly Choice[]>> {
  const others = new Set(
    everyDraft(top).flatMap(({ read }) =>
      read.is === 'question' && read.hasOther && read.list !== undefined ? [read.list] : [],
    ),
  )
  return Object.fromEntries(
    [...lists].map(([name, rows]) => {
      const list = compileList(rows, references, top, fallback)
      return [name, others.has(name) ? withOther(list, languages) : list]
    }),
  )
}

const FILE_NAME = /\.(?:csv|xml|geojson)$/i

function filesOf(top: Draft): Readonly<Record<string, string>> {
  return Object.fromEntries(
    everyDraft(top).flatMap(({ read }) =>
      read.is === 'question' && read.file !== undefined
        ? [[read.file.replace(FILE_NAME, ''), read.file]]
        : [],
    ),
  )
}
