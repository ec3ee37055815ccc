/** A range answers a number between two others, by steps; its marks and labels fall on those steps. */
import type { Parameters } from './parameters.ts'
import type { FormReason, Refuse } from './refusal.ts'
import type { Lists } from './lists.ts'

const NUMBERS = ['start', 'end', 'step', 'tick_interval', 'placeholder'] as const
const NUMBER = /^-?\d+(?:\.\d+)?$/
const DEFAULTS: Parameters = { start: '1', end: '10', step: '1' }
const WITH_MARKS = ['', 'vertical', 'no-ticks', 'vertical no-ticks', 'no-ticks vertical']

/** Two decimal numbers divide when they do to a billionth. */
const divides = (value: number, by: number) => Math.abs(value / by - Math.round(value / by)) < 1e-9

export function readRange(
  written: Parameters,
  appearance: string,
  lists: Lists,
  row: number,
  refuse: Refuse,
): Parameters {
  const all = { ...DEFAULTS, ...written }
  const problem = problemOf(all, appearance, lists)
  if (problem) refuse({ sheet: 'survey', row, column: 'parameters', ...problem })
  return all
}

type Problem = { readonly because: FormReason; readonly what: string }
const bad = (all: Parameters, key: string): Problem => ({
  because: 'parameter_value',
  what: `${key}=${all[key]}`,
})

function problemOf(all: Parameters, appearance: string, lists: Lists): Problem | undefined {
  const notNumber = NUMBERS.find((key) => all[key] !== undefined && !NUMBER.test(all[key]))
  if (notNumber) return bad(all, notNumber)
  const hasMarks =
    all['tick_interval'] !== undefined ||
    all['placeholder'] !== undefined ||
    all['tick_labelset'] !== undefined
  if (hasMarks && !WITH_MARKS.includes(appearance))
    return { because: 'parameter_appearance', what: appearance }
  return numberProblem(all) ?? labelProblem(all, appearance, lists)
}

function numberProblem(all: Parameters): Problem | undefined {
  const of = (key: string) => Number(all[key])
  const [start, end, step] = [of('start'), of('end'), of('step')]
  const span = Math.abs(end - start)
  for (const key of ['step', 'tick_interval']) {
    if (all[key] === undefined) continue
    if (of(key) === 0 || Math.abs(of(key)) > span) return bad(all, key)
  }
  if (all['tick_interval'] !== undefined && !divides(of('tick_interval'), step))
    return bad(all, 'tick_interval')
  if (all['placeholder'] === undefined) return undefined
  const isOutside = of('placeholder') < Math.min(start, end) || of('placeholder') > Math.max(start, end)
  return isOutside || !divides(of('placeholder') - start, step) ? bad(all, 'placeholder') : undefined
}

function labelProblem(all: Parameters, appearance: string, lists: Lists): Problem | undefined {
  if (all['tick_labelset'] === undefined) return undefined
  const choices = lists.get(all['tick_labelset'])
  if (!choices) return bad(all, 'tick_labelset')
  const names = choices.map(({ cells }) => cells['name'] ?? '')
  if (appearance.includes('no-ticks') && new Set(names).size > 2) return bad(all, 'tick_labelset')
  const [start, end] = [Number(all['start']), Number(all['end'])]
  const by = Number(all['tick_interval'] ?? all['step'])
  const wrong = names.some(
    (name) =>
      !NUMBER.test(name) ||
      Number(name) < Math.min(start, end) ||
      Number(name) > Math.max(start, end) ||
      !divides(Number(name) - start, by),
  )
  return wrong ? bad(all, 'tick_labelset') : undefined
}
