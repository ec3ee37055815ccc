/** Reads the imports of a file from its text: the compiler of this version has no programming interface. */
import { dirname, join } from 'node:path/posix'
import { lineAt } from './house.ts'

/** `target` is the path from the root of the house; a package has none. */
export type Import = { path: string; line: number; from: string; target: string | undefined }

const STATEMENT = /^[ \t]*(?:import|export)\b(?:[^'"`;=]*?\bfrom\b)?\s*(['"])([^'"\n]+)\1/gm
const CALL = /\bimport\(\s*(['"])([^'"\n]+)\1/g

export function importsOf([path, text]: [string, string]): Import[] {
  return [...text.matchAll(STATEMENT), ...text.matchAll(CALL)].map((match) => {
    const from = match[2] ?? ''
    const target = from.startsWith('.') ? join(dirname(path), from) : undefined
    return { path, line: lineAt(text, match.index + match[0].length), from, target }
  })
}
