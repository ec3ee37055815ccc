/** The order ODK draws from a seed: Fisher–Yates over Park–Miller, so that a seed gives one order everywhere. */

const MODULUS = 2_147_483_647
const FACTOR = 16_807

export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const order = [...items]
  let state = Math.trunc(seed) % MODULUS
  if (state <= 0) state += MODULUS - 1
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (state * FACTOR) % MODULUS
    const other = Math.floor(((state - 1) / (MODULUS - 1)) * (at + 1))
    const [here, there] = [order[at], order[other]]
    if (here !== undefined && there !== undefined) [order[at], order[other]] = [there, here]
  }
  return order
}
