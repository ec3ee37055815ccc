import type { ScopedDb } from '../../access/scope.ts'
import { type FoundPlace, searchPlaces } from '../../places/public.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { readSearch } from '../domain/search-words.ts'
import { searchPeople } from '../store/search.ts'
import { searchHomes, whereaboutsOf } from '../store/whereabouts.ts'
import { aroundLine, placeLine } from '../views/place-line.tsx'
import { type Found, SearchPage } from '../views/search-page.tsx'

export function searchPage(app: SpaceApp): void {
  app.get('/recherche', async (c) => {
    const asked = (c.req.query('q') ?? '').slice(0, 200)
    const found = await c.var.inScope((db) => search(db, asked))
    return c.var.page({ title: 'Rechercher' }, <SearchPage asked={asked} found={found} />)
  })
}

async function search(db: ScopedDb, asked: string): Promise<readonly Found[] | undefined> {
  const words = readSearch(asked)
  if (!words) return undefined
  const people = await searchPeople(db, words)
  const places = await whereaboutsOf(
    db,
    people.flatMap((person) => person.homeId ?? []),
  )
  const found = people.map((person): Found => {
    const place = person.homeId ? places.get(person.homeId) : undefined
    return {
      kind: 'Personne',
      name: person.name,
      where: place ? placeLine(place) : '',
      href: `/personnes/${person.id}`,
    }
  })
  const homes = (await searchHomes(db, words)).map((home): Found => ({
    kind: 'Logement',
    name: home.label,
    where: aroundLine(home),
    href: `/lieux/logements/${home.homeId}`,
  }))
  return [...found, ...homes, ...(await searchPlaces(db, asked)).map(foundPlace)]
}

const foundPlace = ({ estate, building }: FoundPlace): Found => ({
  kind: building ? 'Bâtiment' : 'Résidence',
  name: building ? building.name : estate.name,
  where: building
    ? [building.address, estate.name].filter((part) => part !== '').join(', ')
    : estate.commune.name,
  href: building ? `/lieux/residences/${estate.id}#${building.id}` : `/lieux/residences/${estate.id}`,
})
