import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { newId } from '../../kernel/ids.ts'

let t: TestDatabase
let house: Tilleuls
const homes: Record<string, string> = {}

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t)
  await sql`update directory.estate set name = 'Résidence des Tilleuls' where id = ${house.ids.estate}`.execute(
    t.owner,
  )
  await sql`insert into directory.building values
    (${newId(new Date())}, ${house.ids.estate}, 'Bâtiment A', '5 rue des Lilas', 'batiment a 5 rue des lilas les tilleuls')`.execute(
    t.owner,
  )
  const sixteen = newId(new Date())
  await sql`insert into directory.staircase values (${sixteen}, ${house.ids.building}, '16', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  const rows = [
    [house.ids.staircase, 2, 'gauche'],
    [house.ids.staircase, 2, 'milieu gauche'],
    [house.ids.staircase, 8, 'milieu gauche'],
    [house.ids.staircase, 0, 'droite'],
    [sixteen, 2, 'milieu gauche'],
    [sixteen, 0, 'droite'],
  ] as const
  for (const [at, [staircase, floor, side]] of rows.entries()) {
    const id = newId(new Date())
    const label = floor === 0 ? `RdC ${side}` : `${floor}e étage, ${side}`
    homes[`${staircase === sixteen ? 16 : 14} ${label}`] = id
    await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
      values (${house.union.spaceId}, ${id}, ${staircase}, ${floor}, ${at + 5}, ${label})`.execute(t.owner)
  }
})
afterAll(() => t.stop())

const offered = async (words: string): Promise<string[]> => {
  const page = await house.ines.post('/reclamations/nouvelle', {
    problem: 'damp.kitchen',
    not_told: 'oui',
    place_words: words,
  })
  const places = [...page.html.matchAll(/value="([a-z]+:[0-9a-f-]{36})"/g)].map(([, place = '']) => place)
  expect(page.status).toBe(places.length === 0 ? 422 : 200)
  expect(page.text.includes('Encore une étape')).toBe(places.length > 0)
  return places
}

describe('words that name a place are understood as the application itself writes them', () => {
  it.each([
    ['2e étage milieu gauche entrée 14', '14 2e étage, milieu gauche'],
    ['2ème milieu gauche 14', '14 2e étage, milieu gauche'],
    ['étage 2, gauche, entrée 14', '14 2e étage, gauche'],
    ['RdC droite entrée 16', '16 RdC droite'],
    ['rez-de-chaussée droite cage 16', '16 RdC droite'],
    ['8e étage, milieu gauche, entrée 14, Bâtiment C, Résidence des Tilleuls', '14 8e étage, milieu gauche'],
  ])('«%s» finds %s first', async (words, home) => {
    expect((await offered(words))[0]).toBe(`home:${homes[home]}`)
  })

  it('«entrée 14» is its homes and itself, and nothing of entrance 16', async () => {
    const found = await offered('entrée 14')
    expect(found).toContain(`staircase:${house.ids.staircase}`)
    expect(found).toContain(`home:${homes['14 RdC droite']}`)
    expect(found).not.toContain(`home:${homes['16 RdC droite']}`)
    expect(found.every((place) => /^(home|staircase):/.test(place))).toBe(true)
  })

  it('«Bâtiment C» offers the building of that name before the others', async () => {
    const buildings = (await offered('Bâtiment C')).filter((place) => place.startsWith('building:'))
    expect(buildings[0]).toBe(`building:${house.ids.building}`)
  })

  it.each(['7e gauche entrée 14', 'porte 99 lilas', 'porte 3, 2e étage, entrée 14'])(
    '«%s» finds nothing rather than the common parts',
    async (words) => {
      expect(await offered(words)).toEqual([])
    },
  )
})
