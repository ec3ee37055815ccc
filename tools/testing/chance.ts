/** The same chances at each run: numbers from 0 to 1 after a seed (Park and Miller, 1988). */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
