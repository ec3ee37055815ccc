import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { PICTURES } from './door-pictures.tsx'
import { DOORS } from './doors.ts'

/** As PostgreSQL gives them back: keys in an order of its own. */
const CROSSED: Readonly<Record<string, { projection: unknown; said: string }>> = {
  share_tally: {
    projection: {
      asOf: '2026-11-01',
      estates: [{ name: 'Les Lilas', homes: 1108, people: 36, commune: 'Auvelle' }],
      withheld: 2,
    },
    said: 'Décompte au 1er novembre 2026 Résidence Commune Logements connus Personnes rencontrées Les Lilas Auvelle 1 108 36 2 résidences retenues',
  },
  present_spokesperson: {
    projection: { name: 'Lise <i>', estate: 'Les Lilas', reachAt: '0611111111', reachBy: 'phone' },
    said: 'Nom Lise &lt;i> Résidence Les Lilas À joindre par téléphone : 0611111111',
  },
  publish_charter: {
    projection: {
      title: 'Charte de Bailleur B',
      rules: [
        {
          id: '019ab0c0-0000-7000-8000-000000000001',
          title: 'Fuite',
          startsOn: 'told',
          stopsOn: ['repaired', 'gone', 'left'],
          length: 5,
          unit: 'working_days',
          families: ['water'],
          source: { title: 'Charte', page: 'p. 4', on: '2025-03-02', href: '' },
          note: 'Hors été.',
          validFrom: '2025-03-02',
          validUntil: null,
          recordedOn: '2025-03-03',
        },
      ],
    },
    said: 'C Engagement Fuite 5 jours ouvrés la première fois que c’est dit la réparation faite · le foyer dit que c’est réglé · le foyer est parti ou a renoncé water Charte, p. 4, 2 mars 2025 Hors été. depuis le 2 mars 2025 (écrit le 3 mars 2025)',
  },
  publish_presentation: {
    projection: { what: 'On date.', title: 'Union U', contact: 'u@u.example', estates: ['A', 'B'] },
    said: 'Union Union U Ce qu’elle fait On date. Lui écrire u@u.example Présente à A, B',
  },
}
const read = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

it.each(DOORS.map((door) => door.name))('%s is drawn in French, in its own order', (name) => {
  const { projection, said } = CROSSED[name] ?? { said: 'no example in this test' }
  expect(read(render(<>{PICTURES[name]?.(projection)}</>))).toContain(said)
})

it.each(DOORS.map((door) => door.name))('%s leaves another shape to be drawn field by field', (name) =>
  expect(PICTURES[name]?.({ somethingElse: true })).toBeUndefined(),
)
