import { expect, it } from 'vitest'
import { presentationOf } from './presentation.ts'

const present = [
  { id: '1', name: 'Les Tilleuls' },
  { id: '2', name: 'Le Canal' },
]

it('says the estates that were ticked, and none that the union has no door in', () => {
  const said = { what: 'Nous nous réunissons.', contact: 'union@exemple.test', estateIds: ['2', '9'] }
  expect(presentationOf(said, 'Union du Canal', present)).toEqual({
    title: 'Union du Canal',
    what: 'Nous nous réunissons.',
    contact: 'union@exemple.test',
    estates: ['Le Canal'],
  })
})
