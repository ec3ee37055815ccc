import type { Purpose } from '../../people/domain/consent.ts'

/** What a household may agree to where its complaint is told, each by itself. */
export const ASKED_PURPOSES = [
  'kept',
  'called_back',
  'collective_demand',
  'quoted_anonymously',
  'research',
] as const satisfies readonly Purpose[]
