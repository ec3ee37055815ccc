import type { Circle } from '../access/circles.ts'
import type { Actor } from '../access/scope.ts'

type Entry = {
  readonly href: string
  readonly label: string
  readonly kinds: readonly Actor['kind'][]
  readonly circles?: readonly Circle[]
}

const FIELD = ['organiser', 'steward', 'canvasser', 'officer'] as const
const FOLLOWERS = ['organiser', 'steward', 'officer'] as const
const READERS_OF_WAITS = [
  'organiser',
  'steward',
  'officer',
  'contact',
  'data_officer',
  'decision_owner',
  'researcher',
  'data_steward',
  'assistant',
] as const
const CONTENTS = [
  'organiser',
  'steward',
  'officer',
  'contact',
  'data_officer',
  'decision_owner',
  'lead',
  'assistant',
  'researcher',
  'data_steward',
] as const

const ENTRIES: readonly Entry[] = [
  { href: '/aujourdhui', label: 'Aujourd’hui', kinds: ['union', 'desk', 'programme', 'research'] },
  { href: '/lieux', label: 'Lieux', kinds: ['union', 'desk', 'programme', 'research'] },
  { href: '/reclamations', label: 'Réclamations', kinds: ['union'], circles: FOLLOWERS },
  { href: '/personnes', label: 'Personnes', kinds: ['union'], circles: FIELD },
  { href: '/recherche', label: 'Rechercher', kinds: ['union'], circles: FIELD },
  { href: '/campagnes', label: 'Porte à porte', kinds: ['union'], circles: ['organiser', 'officer'] },
  { href: '/attentes', label: 'Attentes', kinds: ['union', 'desk', 'research'], circles: READERS_OF_WAITS },
  { href: '/sources', label: 'Sources', kinds: ['union', 'desk', 'research'], circles: CONTENTS },
  { href: '/recu', label: 'Reçu', kinds: ['union', 'desk', 'programme', 'research'], circles: CONTENTS },
  { href: '/espace', label: 'Espace', kinds: ['union', 'desk', 'programme', 'research'] },
]

export type NavEntry = { readonly href: string; readonly label: string; readonly current: boolean }

/** The entries that open for this person; what the database would refuse is not announced. */
export const navigationFor = (actor: Actor | undefined, path: string): readonly NavEntry[] =>
  actor === undefined
    ? []
    : ENTRIES.filter(
        (e) =>
          e.kinds.includes(actor.kind) && (!e.circles || e.circles.some((c) => actor.circles.includes(c))),
      ).map(({ href, label }) => ({ href, label, current: path === href || path.startsWith(`${href}/`) }))
