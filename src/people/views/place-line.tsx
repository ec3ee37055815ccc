import type { Whereabouts } from '../store/whereabouts.ts'

/** «3e gauche, entrée 1, Bâtiment C, Les Tilleuls». */
export const placeLine = (w: Whereabouts): string =>
  [w.label, `${w.staircaseWord} ${w.staircase}`, w.building, w.estate].join(', ')

export const HomeLink = ({ place }: { place: Whereabouts }) => (
  <a href={`/lieux/logements/${place.homeId}`}>
    <bdi>{placeLine(place)}</bdi>
  </a>
)
