import type { EverythingHeld } from '../actions/everything-held.ts'
import { wordingOf } from '../domain/consent-wordings.fr.ts'
import { placeLine } from './place-line.tsx'

/** The same as the page, for another program: complete, with the words that were agreed to. */
export const everythingAsJson = (held: EverythingHeld, spaceName: string, now: Date): string =>
  JSON.stringify(
    {
      palier: 'tout-ce-que-nous-avons/1',
      on: now.toISOString(),
      space: spaceName,
      files: [held.person, ...held.joined],
      stays: held.stays.map(({ place, ...stay }) => ({ ...stay, place: place ? placeLine(place) : null })),
      consents: held.consents.map((c) => ({
        ...c,
        wording: wordingOf(c.purpose, c.wordingVersion)?.text ?? null,
      })),
      mergers: held.mergers,
      ...Object.fromEntries(held.chapters.map(({ name, rows }) => [name, rows])),
      passages: held.passages,
      trace: held.lines,
    },
    null,
    2,
  )
