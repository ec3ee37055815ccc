/**
 * Forms of the reference converter's own tests: a valid one compiles and behaves as the engine of ODK does on seeded
 * random answers, a hundred for each form; a wrong one is refused, in the row the reference names.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { furnish, loadReference, type Reference, type SaidOf } from '../../../tools/testing/reference-form.ts'
import { everyNode, nodeAt } from './answers/node.ts'
import { addInstance, type Answers, answer, choicesAt, openForm } from './answers/open-form.ts'
import { compileForm } from './compile/compile-form.ts'
import type { Workbook } from './compile/workbook.ts'
import type { Form } from './form.ts'

type Case = { input: string; form_name: string; test: string; xform?: string; error?: string }

const FILE = join(import.meta.dirname, '../../../../shared/golden/xlsform.jsonl')
const ANSWERS = 100
/** Floors: they only rise. */
const FLOOR = { agreed: 353, structure: 6, refused: 111, samePlace: 99 }

const cases: Case[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : []

function workbookOf(markdown: string): Workbook {
  const sheets: { name: string; rows: string[][] }[] = []
  for (const line of markdown.split('\n').map((text) => text.trim())) {
    if (!line.startsWith('|')) continue
    const [name = '', ...cells] = line
      .replace(/\|$/, '')
      .slice(1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'))
    if (name !== '') sheets.push({ name, rows: [] })
    if (cells.some((cell) => cell !== '')) sheets.at(-1)?.rows.push(cells)
  }
  return sheets
}

/** mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS: Record<string, readonly string[]> = {
  integer: ['0', '1', '2', '7', '-3', ''],
  decimal: ['0.5', '12', '-3.25', ''],
  range: ['1', '3', '5', '7', '9'],
  date: ['2024-02-29', '2026-11-23', ''],
  dateTime: ['2026-11-23T10:00:00.000+00:00', ''],
  geopoint: ['48.85 2.35 0 0', ''],
  acknowledge: ['OK', ''],
  text: ['a', 'yes', 'other', '12', 'deux mots', ''],
}

function valueFor(answers: Answers, path: string, random: () => number): string {
  const question = nodeAt(answers.root, path)?.question
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  if (question?.type === 'rank') {
    return choicesAt(answers, path)
      .map(({ name }) => name)
      .toReversed()
      .join(' ')
  }
  const isChoice = question?.type === 'select_one' || question?.type === 'select_multiple'
  if (isChoice) return pick([...choicesAt(answers, path).map(({ name }) => name), ''])
  return pick(WORDS[question?.type ?? ''] ?? WORDS['text'] ?? [])
}

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T/.test(text)
const areSame = (a: string, b: string) =>
  a === b ||
  (/^\d+\.\d{6,}$/.test(a) && Math.abs(Number(a) - Number(b)) < 1e-3) ||
  (isMoment(a) && isMoment(b) && Math.abs(Date.parse(a) - Date.parse(b)) < 60_000)

/** The first thing the two do not say alike, or nothing. */
function difference(answers: Answers, said: readonly SaidOf[]): string | undefined {
  const ours = new Map(
    [...everyNode(answers.root)].filter(({ question }) => question).map((node) => [node.path, node]),
  )
  const theirs = said.filter(({ path }) => !/^\/[^/]+\/(?:orx:)?meta\//.test(path))
  const missing = [...ours.keys()].find(
    (path) => !/\/(?:audit)$/.test(path) && !theirs.some((each) => each.path === path),
  )
  if (missing) return `only ours has ${missing}`
  for (const { path, isRelevant, value, violation } of theirs) {
    const node = ours.get(path)
    if (!node) return `only theirs has ${path}`
    if (node.isRelevant !== isRelevant) return `${path} relevant: ${isRelevant}, ours ${node.isRelevant}`
    if (!areSame(node.text ?? '', value)) return `${path} value: « ${value} », ours « ${node.text} »`
    if (node.violation !== violation) return `${path} violation: ${violation}, ours ${node.violation}`
  }
  return undefined
}

function walk(form: Form, reference: Reference, seed: number): string | undefined {
  const random = seeded(seed)
  let answers = openForm(form, { now: new Date(), random: () => 0.5, language: form.defaultLanguage })
  let wrong = difference(answers, reference.said())
  for (let turn = 0; turn < ANSWERS && !wrong; turn += 1) {
    answers = step(answers, reference, random)
    wrong = difference(answers, reference.said())
    if (wrong) wrong = `after ${turn + 1} answers: ${wrong}`
  }
  return wrong
}

function step(answers: Answers, reference: Reference, random: () => number): Answers {
  const nodes = [...everyNode(answers.root)]
  const open = nodes.filter(
    ({ question, isRelevant, isReadOnly }) => question?.isAsked && isRelevant && !isReadOnly,
  )
  const repeats = nodes.filter(({ item, isRelevant }) => item?.kind === 'repeat' && !item.count && isRelevant)
  const repeat = repeats[Math.floor(random() * repeats.length)]
  if (repeat?.parent && random() < 0.15 && repeats.length < 8) {
    reference.addInstance(repeat.parent.path, repeat.name)
    return addInstance(answers, repeat.parent.path, repeat.name)
  }
  const node = open[Math.floor(random() * open.length)]
  if (!node) return answers
  const value = valueFor(answers, node.path, random)
  return reference.answer(node.path, value) ? answer(answers, node.path, value) : answers
}

/** What breaks on the way, on either side, is a difference like another. */
function tried(work: () => string | undefined): string | undefined {
  try {
    return work()
  } catch (error) {
    return `breaks: ${String(error).slice(0, 120)}`
  }
}

/** Where the engine cannot load a form: the same names as in the model of the form it could not load. */
function sameStructure(form: Form, xform: string): string | undefined {
  const model = new DOMParser().parseFromString(xform, 'text/xml')
  const binds = [...model.getElementsByTagName('bind')].map((bind) => bind.getAttribute('nodeset') ?? '')
  const answers = openForm(form, { now: new Date(), random: () => 0.5, language: '' })
  const ours = new Set(
    [...everyNode(answers.root)].filter(({ question }) => question).map(({ place }) => place),
  )
  const missing = binds.find(
    (path) => !/\/meta\//.test(path) && !path.includes('/@') && !ours.has(path) && !path.endsWith('_count'),
  )
  return missing ? `no question at ${missing}` : undefined
}

describe.skipIf(cases.length === 0)('the reference converter’s own cases', () => {
  beforeAll(() => {
    furnish()
    Math.random = () => 0.5
  })

  it('agrees on valid forms', { timeout: 600_000 }, async () => {
    const valid = cases.flatMap((each, at) =>
      each.xform === undefined ? [] : [{ ...each, xform: each.xform, at }],
    )
    const count = { agreed: 0, structure: 0, refused: 0, differ: 0 }
    for (const { input, form_name: name, xform, at, test } of valid) {
      const compiled = compileForm(workbookOf(input), name)
      const tell = (what: string) => process.stdout.write(`  case ${at} (${test.split('::')[1]}): ${what}\n`)
      if (!compiled.ok) {
        count.refused += 1
        tell(`refused: ${JSON.stringify(compiled.refusal.refusals[0])}`)
        continue
      }
      const reference = await loadReference(xform)
      const isLoaded = 'said' in reference
      const wrong = isLoaded
        ? tried(() => walk(compiled.value, reference, at + 1))
        : sameStructure(compiled.value, xform)
      if (!wrong) count[isLoaded ? 'agreed' : 'structure'] += 1
      else count.differ += 1
      if (wrong) tell(`${isLoaded ? '' : '[structure only] '}${wrong}`)
      if (!isLoaded) tell(`the engine cannot load it: ${reference.cannot.slice(0, 100)}`)
    }
    process.stdout.write(`valid ${valid.length}: ${JSON.stringify(count)}, ${ANSWERS} answers each\n`)
    expect(count.agreed).toBeGreaterThanOrEqual(FLOOR.agreed)
    expect(count.structure).toBeGreaterThanOrEqual(FLOOR.structure)
  })

  it('refuses wrong forms, in the row the reference names', () => {
    const wrong = cases.filter(({ error }) => error !== undefined)
    const count = { refused: 0, named: 0, samePlace: 0 }
    for (const { input, form_name: name, error = '' } of wrong) {
      const compiled = compileForm(workbookOf(input), name)
      if (compiled.ok) continue
      count.refused += 1
      const rows = [...error.matchAll(/\[row : (\d+)\]/g)].map(([, row]) => Number(row))
      if (rows.length === 0) continue
      count.named += 1
      const { refusals } = compiled.refusal
      if (rows.every((row) => refusals.some((each) => each.row === row))) count.samePlace += 1
    }
    process.stdout.write(`wrong ${wrong.length}: ${JSON.stringify(count)}\n`)
    expect(count.refused).toBeGreaterThanOrEqual(FLOOR.refused)
    expect(count.samePlace).toBeGreaterThanOrEqual(FLOOR.samePlace)
  })
})

it.skipIf(cases.length > 0)('has no reference cases on this machine: nothing was compared', () => {
  expect(cases).toEqual([])
})
