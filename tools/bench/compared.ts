/** Milliseconds on the clock, and of processors: the second holds beside other work. */
export type Took = { readonly wall: number; readonly processor: number }
export type Measured = { readonly bare: Took; readonly figures: Took; readonly peakMb: number }

export const msOf = ({ wall, processor }: Took): string =>
  `${Math.round(wall)} ms (processors ${Math.round(processor)})`
export const timesOf = (k: number, { wall, processor }: Took): Took => ({
  wall: k * wall,
  processor: k * processor,
})

type Act = () => Promise<unknown>

/** One after the other, so that what else the machine does weighs on both; medians, and the peak of this process. */
export async function measured(bare: Act, figures: Act, rounds: number): Promise<Measured> {
  const [alone, all]: [Took[], Took[]] = [[], []]
  await timed(bare) // the file comes into the machine's memory
  for (let round = 0; round < rounds; round++) {
    alone.push(await timed(bare))
    all.push(await timed(figures))
  }
  return { bare: median(alone), figures: median(all), peakMb: process.resourceUsage().maxRSS / 1024 }
}

async function timed(act: Act): Promise<Took> {
  const [at, before] = [performance.now(), process.cpuUsage()]
  await act()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - at, processor: (user + system) / 1000 }
}

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
const median = (took: readonly Took[]): Took => ({
  wall: middle(took.map(({ wall }) => wall)),
  processor: middle(took.map(({ processor }) => processor)),
})
