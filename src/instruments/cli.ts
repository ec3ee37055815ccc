/** `palier instrument`: a workbook as the form it makes, without the database. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readForm } from './actions.ts'
import { summaryOf } from './domain/form-summary.ts'
import { INSTRUMENT_IN_ENGLISH } from './domain/instrument-speech-in-english.ts'
import { INSTRUMENT_IN_FRENCH } from './views/instrument-command.fr.ts'

const SPEECHES = { fr: INSTRUMENT_IN_FRENCH, en: INSTRUMENT_IN_ENGLISH }

export type InstrumentTerminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly language: 'fr' | 'en'
}

/** Runs the command; gives its exit code: 0 a form, 2 asked wrongly, 3 not a form. */
export async function runInstrument(
  words: readonly string[],
  { out, err, language }: InstrumentTerminal,
): Promise<0 | 2 | 3> {
  const speech = SPEECHES[language]
  if (words.includes('--help') || words.includes('-h')) {
    out(speech.help)
    return 0
  }
  const [path, ...others] = words
  if (path === undefined || path.startsWith('-') || others.length > 0) {
    err(`${speech.problem({ because: 'one_workbook_needed' })}\n`)
    return 2
  }
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) {
    err(`${speech.problem({ because: 'file_absent', path })}\n`)
    return 2
  }
  const read = await readForm(bytes, basename(path))
  if (!read.ok) {
    err(`${speech.refusal(read.refusal)}\n`)
    return 3
  }
  out(`${speech.summary(summaryOf(read.value.form, read.value.version))}\n`)
  return 0
}

/** The same, with the channels of this process. */
export function instrumentInTerminal(words: readonly string[]): Promise<number> {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn, LC_ALL, LANG } = process.env
  if (script === 'palier' && typedIn) process.chdir(typedIn) // npm runs us from the project's folder
  return runInstrument(words, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    language: /^en\b|^en_/.test(LC_ALL || LANG || '') ? 'en' : 'fr',
  })
}
