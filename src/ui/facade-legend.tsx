import { type HomeState, HomeWindow } from './facade-window.tsx'

const LEGEND: readonly { readonly words: string; readonly home: HomeState }[] = [
  { words: 'pas d’attente', home: { state: 'none' } },
  { words: 'moins d’1\u00a0mois', home: { state: 'waiting', days: 20 } },
  { words: '1 à 3\u00a0mois', home: { state: 'waiting', days: 60 } },
  { words: '3 à 6\u00a0mois', home: { state: 'waiting', days: 143 } },
  { words: '6\u00a0mois à 1\u00a0an', home: { state: 'waiting', days: 268 } },
  { words: 'plus d’1\u00a0an', home: { state: 'waiting', days: 391 } },
  { words: 'pas encore rencontré', home: { state: 'unknown' } },
]

/** What each window means, in words; the whole scale, whether or not this evening shows it all. */
export const FacadeLegend = ({ shutter }: { shutter: string }) => (
  <ul class="legend" aria-label="Légende">
    {LEGEND.map(({ words, home }) => (
      <li key={words}>
        <svg viewBox="-5 -3 56 64" aria-hidden="true" font-size="15">
          <rect class="wall" x="-5" y="-3" width="56" height="64" />
          <HomeWindow home={home} x={0} y={0} shutter={shutter} />
        </svg>
        <span>{words}</span>
      </li>
    ))}
  </ul>
)
