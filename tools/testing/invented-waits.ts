// Two years of invented cases of one landlord: what an explorer has to show, without anybody's life in it.
import type { PlantedCase } from './planted-source.ts'

const CATEGORIES = [
  { category: 'Chauffage et eau chaude', weight: 5, slow: 34, repaired: 0.7 },
  { category: 'Ascenseur', weight: 3, slow: 9, repaired: 0.9 },
  { category: 'Humidité, moisissures', weight: 4, slow: 240, repaired: 0.45 },
  { category: 'Nuisibles', weight: 2, slow: 75, repaired: 0.6 },
  { category: 'Serrurerie', weight: 2, slow: 16, repaired: 0.85 },
] as const
const PLACES = [
  { place: 'Les Tilleuls', weight: 4, slow: 1.3 },
  { place: 'Le Canal', weight: 3, slow: 0.7 },
  { place: 'La Brume', weight: 2, slow: 1 },
] as const

/** The same numbers each time: a small congruence, not chance. */
function* draws(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

function pick<T extends { weight: number }>(all: readonly T[], draw: number): T {
  const total = all.reduce((sum, { weight }) => sum + weight, 0)
  let left = draw * total
  const found = all.find(({ weight }) => (left -= weight) < 0) ?? all[0]
  if (!found) throw new Error('nothing to pick from')
  return found
}

/** `many` cases opened in the two years before `asOf` (a day number), one bulk closing among their ends. */
export function inventedWaits(many: number, asOf: number): PlantedCase[] {
  const source = draws(20_261_122)
  const draw = () => source.next().value as number
  return Array.from({ length: many }, () => {
    const { category, slow, repaired } = pick(CATEGORIES, draw())
    const { place, slow: slower } = pick(PLACES, draw())
    const opened = asOf - Math.floor(draw() * 730)
    const length = Math.floor((-Math.log(1 - draw())) ** 1.6 * slow * slower)
    const end = opened + length
    const bulk = draw() < 0.25 && opened < asOf - 200 && end > asOf - 190
    const closed = bulk ? asOf - 190 : end <= asOf ? end : null
    const how = draw()
    const outcome = how < repaired ? 1 : how < repaired + 0.15 ? 2 : how < repaired + 0.25 ? 3 : 4
    return { place, category, opened, closed, outcome: closed === null ? 0 : outcome }
  })
}
