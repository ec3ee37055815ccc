import type { Form } from '../../instruments/domain/form.ts'
import { sha256Of, utf8 } from '../domain/bytes.ts'
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { WAIT_INSTRUMENT } from '../domain/wait-instrument.ts'

/** The instrument that every campaign may ask, by the fingerprint of its words: one word changed is another form. */
export async function waitInstrument(): Promise<{ readonly version: string; readonly form: Form }> {
  // A form is JSON by its type; its members that are absent are written nowhere.
  const version = await sha256Of(utf8(canonicalJson(WAIT_INSTRUMENT as unknown as Json)))
  return { version, form: WAIT_INSTRUMENT }
}
