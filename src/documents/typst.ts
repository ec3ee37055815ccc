/** Typst in process. Loaded in the press's process only: it keeps some hundred megabytes once it has worked. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fileURLToPath } from 'node:url'
import { coverageOf } from './coverage.ts'
import { readFonts } from './fonts.ts'
import { type Json, printable } from './printable.ts'

const TEMPLATES = fileURLToPath(new URL('./templates', import.meta.url))

export const TEMPLATE_NAMES = ['letter', 'dossier', 'slip', 'waits'] as const
export type TemplateName = (typeof TEMPLATE_NAMES)[number]

export type Typst = (template: TemplateName, data: Json) => Uint8Array

/** Data reaches the template as JSON in `sys.inputs`: what somebody typed is a string there, never markup. */
export function startTypst(): Typst {
  const fonts = readFonts()
  const covers = coverageOf(fonts)
  // The compiler asks this process which fonts the machine has: none.
  process.env['FONTCONFIG_FILE'] = fileURLToPath(new URL('./fonts.conf', import.meta.url))
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: [...fonts] }] })
  return (template, data) => {
    const inputs = { data: JSON.stringify(printable(data, covers)) }
    const compiled = compiler.compile({ mainFilePath: `${TEMPLATES}/${template}.typ`, inputs })
    const { result } = compiled
    if (!result) {
      const error = compiled.takeError()
      throw new Error(
        `typst: ${template}: ${JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'no document')}`,
      )
    }
    const pdf = new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' }))
    compiler.evictCache(8)
    return pdf
  }
}
