/** Whole numbers below a bound, the same at each run after a seed (Park and Miller, 1988). */
export function drawOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % MODULUS
    return state % below
  }
}

/** Numbers from 0 to 1, the same at each run. */
export function chanceOf(seed: number): () => number {
  const draw = drawOf(seed)
  return () => draw(MODULUS) / MODULUS
}

const MODULUS = 2_147_483_647
