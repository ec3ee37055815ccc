import type { Whereabouts } from '../store/whereabouts.ts'

/** «3e gauche, entrée 1, Bâtiment C, Les Tilleuls». */
export const placeLine = (w: Whereabouts): string => `${w.label}, ${aroundLine(w)}`

/** The same without the home itself, where it is already named. */
export const aroundLine = (w: Whereabouts): string =>
  [`${w.staircaseWord} ${w.staircase}`, w.building, w.estate].join(', ')

export const HomeLink = ({ place }: { place: Whereabouts }) => (
  <a href={`/lieux/logements/${place.homeId}`}>
    <bdi>{placeLine(place)}</bdi>
  </a>
)
