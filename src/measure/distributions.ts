/** The three laws the figures need, to the last digits of a double. Source: Abramowitz and Stegun 6.5 and 26. */

/** Both tails of the standard normal beyond ±z hold this share: erfc(z / √2). */
export const normalTails = (z: number): number => (z === 0 ? 1 : chiSquareTail(z * z, 1))

/** The z with this share below it, 0 < share < 1: 1.959963984540054 for 0.975. Throws RangeError elsewhere. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`not a share between 0 and 1: ${share}`)
  if (share < 0.5) return -normalQuantile(1 - share)
  const tails = 2 * (1 - share)
  let [low, high] = [0, 40]
  while (high - low > 0) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (normalTails(middle) > tails) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** How often a chi-square of `df` degrees of freedom (whole, at least 1) passes x: the p-value of a test. */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1
  const [shape, at] = [df / 2, x / 2]
  const scale = Math.exp(shape * Math.log(at) - at - logGammaOfHalf(df))
  return at < shape + 1 ? 1 - scale * series(shape, at) : scale * continuedFraction(shape, at)
}

/** ln Γ(k / 2), exact but for rounding: Γ(1/2) = √π, Γ(1) = 1, Γ(x + 1) = x Γ(x). */
function logGammaOfHalf(k: number): number {
  let log = k % 2 === 0 ? 0 : Math.log(Math.PI) / 2
  for (let x = k % 2 === 0 ? 1 : 0.5; x < k / 2; x++) log += Math.log(x)
  return log
}

/** Lower incomplete gamma, divided by e^-x x^a: converges fast below a + 1. */
function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = shape + 1; Math.abs(term) > sum * 1e-17; n++) {
    term *= x / n
    sum += term
  }
  return sum
}

/** Upper incomplete gamma, divided by e^-x x^a, by Lentz's method: converges fast above a + 1. */
function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = Number.MAX_VALUE
  let d = 1 / b
  let value = d
  for (let n = 1; n < 10_000; n++) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    const step = c * d
    value *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return value
}
