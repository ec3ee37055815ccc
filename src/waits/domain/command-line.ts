/** Reads what somebody wrote after a command. Whoever mistypes learns what to write instead. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { UsageRefusal } from './usage-refusal.ts'

/** The options a command knows: `true` when a value follows. */
export type CommandOptions = Readonly<Record<string, boolean>>

export type CommandLine = {
  readonly files: readonly string[]
  /** By name without hyphens; a value as often as it was written. */
  readonly given: ReadonlyMap<string, readonly string[]>
}

/** After `--` everything is a file. `--name value` and `--name=value` are the same. */
export function readCommandLine(
  args: readonly string[],
  known: CommandOptions,
): Result<CommandLine, UsageRefusal> {
  const files: string[] = []
  const given = new Map<string, string[]>()
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    if (word === '--') {
      files.push(...args.slice(at + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      files.push(word)
      continue
    }
    const read = readOption(word, args[at + 1], known)
    if (!read.ok) return read
    const { name, value, tookNext } = read.value
    given.set(name, [...(given.get(name) ?? []), value])
    if (tookNext) at++
  }
  return accept({ files, given })
}

type ReadOption = { readonly name: string; readonly value: string; readonly tookNext: boolean }

function readOption(
  word: string,
  next: string | undefined,
  known: CommandOptions,
): Result<ReadOption, UsageRefusal> {
  const [, hyphens = '', name = '', , inline] = /^(--?)([^=]*)(=(.*))?$/s.exec(word) ?? []
  const takesValue = hyphens === '--' || name === 'h' ? known[name === 'h' ? 'help' : name] : undefined
  if (takesValue === undefined) {
    return refuse({ because: 'unknown_option', option: word, nearest: nearestName(name, Object.keys(known)) })
  }
  if (!takesValue) {
    if (inline !== undefined) return refuse({ because: 'value_not_taken', option: `--${name}` })
    return accept({ name: name === 'h' ? 'help' : name, value: '', tookNext: false })
  }
  const value = inline ?? next
  if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
    return refuse({ because: 'value_missing', option: `--${name}` })
  }
  return accept({ name, value, tookNext: inline === undefined })
}

/** The name that was probably meant, when one is near enough. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const close = names
    .map((known) => ({ known, apart: distance(name.toLowerCase(), known.toLowerCase()) }))
    .toSorted((a, b) => a.apart - b.apart)[0]
  return close && close.apart <= Math.max(1, Math.floor(close.known.length / 3)) ? close.known : null
}

/** Signs to change, add, take away or swap to go from one word to the other. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(change, at(i - 1, j) + 1, at(i, j - 1) + 1, isSwap ? at(i - 2, j - 2) + 1 : Infinity))
    }
  }
  return at(a.length, b.length)
}
