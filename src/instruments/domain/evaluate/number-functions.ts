import type { Called, Functions } from './functions.ts'
import { isNodes, textOf, toBoolean, toNumber, type Value } from './value.ts'

const of =
  (reckon: (value: number, second: number) => number) =>
  ({ at, has }: Called): number =>
    reckon(toNumber(at(0)), has(1) ? toNumber(at(1)) : Number.NaN)

function numbers({ args, at }: Called): number[] {
  return args.flatMap((_, index) => {
    const value = at(index)
    return isNodes(value) ? value.map((node) => toNumber(textOf(node))) : [toNumber(value)]
  })
}

/** Halves go up, as everywhere in XPath; with places, the same at each place. */
function round({ at, has }: Called): number {
  const value = toNumber(at(0))
  if (!has(1)) return Math.round(value)
  const places = Math.trunc(toNumber(at(1)))
  const scale = 10 ** Math.abs(places)
  return places < 0 ? Math.round(value / scale) * scale : Math.round(value * scale) / scale
}

const isAnswered = (value: Value) => toBoolean(isNodes(value) ? (value[0] ? textOf(value[0]) : '') : value)

function checklist(called: Called): boolean {
  const yes = called.args.slice(2).filter((_, index) => toBoolean(toNumber(called.at(index + 2)))).length
  return isWithin(yes, called)
}

function weightedChecklist(called: Called): boolean {
  let sum = 0
  for (let index = 2; index + 1 < called.args.length; index += 2) {
    if (isAnswered(called.at(index)) && toNumber(called.at(index)) !== 0)
      sum += toNumber(called.at(index + 1))
  }
  return isWithin(sum, called)
}

function isWithin(value: number, { at }: Called): boolean {
  const [least, most] = [toNumber(at(0)), toNumber(at(1))]
  return (least < 0 || value >= least) && (most < 0 || value <= most)
}

export const NUMBER_FUNCTIONS: Functions = {
  number: ({ has, at, here }) => toNumber(has(0) ? at(0) : textOf(here.node)),
  int: of(Math.trunc),
  round,
  floor: of(Math.floor),
  ceiling: of(Math.ceil),
  abs: of(Math.abs),
  pow: of((base, power) => base ** power),
  log: of(Math.log),
  log10: of(Math.log10),
  exp: of(Math.exp),
  exp10: of((power) => 10 ** power),
  sqrt: of(Math.sqrt),
  sin: of(Math.sin),
  cos: of(Math.cos),
  tan: of(Math.tan),
  asin: of(Math.asin),
  acos: of(Math.acos),
  atan: of(Math.atan),
  atan2: of(Math.atan2),
  pi: () => Math.PI,
  sum: (called) => numbers(called).reduce((sum, value) => sum + value, 0),
  max: (called) => extreme(numbers(called), Math.max),
  min: (called) => extreme(numbers(called), Math.min),
  random: ({ here }) => here.around.random(),
  true: () => true,
  false: () => false,
  not: ({ at }) => !toBoolean(at(0)),
  checklist,
  'weighted-checklist': weightedChecklist,
}

const extreme = (values: readonly number[], choose: (...values: number[]) => number) =>
  values.length === 0 ? Number.NaN : choose(...values)
