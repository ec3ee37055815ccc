import type { Form } from '../../instruments/domain/form.ts'
import { sha256Of, utf8 } from '../domain/bytes.ts'
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { WAIT_INSTRUMENT, WAIT_INSTRUMENTS } from '../domain/wait-instrument.ts'

type BuiltIn = { readonly version: string; readonly form: Form }

/** The instrument that every new campaign may ask, by the fingerprint of its words: one word changed is another form. */
export const waitInstrument = (): Promise<BuiltIn> => builtIn(WAIT_INSTRUMENT)

/** All that it was: a campaign goes on with the words it began with. */
export const waitInstruments = (): Promise<readonly BuiltIn[]> => Promise.all(WAIT_INSTRUMENTS.map(builtIn))

async function builtIn(form: Form): Promise<BuiltIn> {
  // A form is JSON by its type; its members that are absent are written nowhere.
  return { version: await sha256Of(utf8(canonicalJson(form as unknown as Json))), form }
}
