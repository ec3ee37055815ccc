import { type HomeState, HomeWindow } from './facade-window.tsx'

type Entry = { readonly words: string; readonly home: HomeState }
export type FacadeScale = 'waits' | 'met'

const UNKNOWN: Entry = { words: 'pas encore rencontré', home: { state: 'unknown' } }
const WAITS: readonly Entry[] = [
  { words: 'pas d’attente', home: { state: 'none' } },
  { words: 'moins d’1\u00a0mois', home: { state: 'waiting', days: 20 } },
  { words: '1 à 3\u00a0mois', home: { state: 'waiting', days: 60 } },
  { words: '3 à 6\u00a0mois', home: { state: 'waiting', days: 143 } },
  { words: '6\u00a0mois à 1\u00a0an', home: { state: 'waiting', days: 268 } },
  { words: 'plus d’1\u00a0an', home: { state: 'waiting', days: 391 } },
  UNKNOWN,
]
const MET: readonly Entry[] = [
  { words: 'rencontré, avec le nombre de personnes', home: { state: 'met', people: 2 } },
  UNKNOWN,
]
const UNLISTED: Entry = { words: 'porte pas encore notée', home: { state: 'unlisted' } }

/** The whole scale, whether or not this evening shows it all; doors not listed only where there are some. */
export const legendOf = (scale: FacadeScale, homes: readonly HomeState[]): readonly Entry[] => [
  ...(scale === 'waits' ? WAITS : MET),
  ...(homes.some(({ state }) => state === 'unlisted') ? [UNLISTED] : []),
]

/** What each window means, in words. */
export const FacadeLegend = ({ shutter, words }: { shutter: string; words: readonly Entry[] }) => (
  <ul class={words.length < 4 ? 'legend few' : 'legend'} aria-label="Légende">
    {words.map(({ words: said, home }) => (
      <li key={said}>
        <svg viewBox="-5 -3 56 64" aria-hidden="true" font-size="15">
          <rect class="wall" x="-5" y="-3" width="56" height="64" />
          <HomeWindow home={home} x={0} y={0} shutter={shutter} />
        </svg>
        <span>{said}</span>
      </li>
    ))}
  </ul>
)
