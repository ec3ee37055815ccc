import { expect, it } from 'vitest'
import { homeSaid } from './floors.fr.ts'

it.each([
  [3, '3e étage, gauche', '3e étage, gauche', 'the label of a quick entry says its floor'],
  [3, '3e gauche', '3e gauche', 'as people say it'],
  [3, '3 G', '3 G', 'a number alone, then a door'],
  [1, '1er droite', '1er droite', 'the first'],
  [0, 'RdC, face', 'RdC, face', 'the ground floor'],
  [0, 'Rez-de-chaussée gauche', 'Rez-de-chaussée gauche', 'the same, in full'],
  [-1, 'Sous-sol, porte 2', 'Sous-sol, porte 2', 'below'],
  [-2, '2e sous-sol, face', '2e sous-sol, face', 'further below'],
  [3, 'porte 302', '3e étage, porte 302', 'a number that is no floor'],
  [3, '3', '3e étage, 3', 'the name of a door alone is not its floor'],
  [3, '30 G', '3e étage, 30 G', 'another floor than its own'],
  [2, '3e gauche', '2e étage, 3e gauche', 'a label that errs does not hide the floor'],
  [0, 'loge', 'RdC, loge', 'a name'],
])('floor %i, «%s» is said «%s»: %s', (floor, label, said) => expect(homeSaid({ floor, label })).toBe(said))
