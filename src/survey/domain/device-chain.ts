/** What the heads of a device's envelopes say of one another. */
export type Link = { readonly seq: number; readonly sha256: string; readonly prev: string }

/** What is wrong in what a device wrote: nothing of it is refused, somebody looks. */
export type ChainFaults = {
  /** Not arrived yet: a phone that has not finished sending, or that was lost. */
  readonly missing: readonly number[]
  /** Written twice under one number: a phone restored from a copy, or somebody else with its token. */
  readonly forked: readonly number[]
  /** Its previous is not the one that is here. */
  readonly broken: readonly number[]
}

const MOST_TOLD = 1000

export function checkChain(links: readonly Link[]): ChainFaults {
  const bySeq = new Map<number, Set<string>>()
  for (const { seq, sha256 } of links) bySeq.set(seq, (bySeq.get(seq) ?? new Set()).add(sha256))
  const last = links.reduce((most, { seq }) => Math.max(most, seq), 0)
  const isBroken = ({ seq, prev }: Link): boolean => {
    const before = bySeq.get(seq - 1)
    return before !== undefined && !before.has(prev)
  }
  return {
    missing: missingUpTo(last, bySeq),
    forked: [...bySeq]
      .filter(([, same]) => same.size > 1)
      .map(([seq]) => seq)
      .toSorted((a, b) => a - b),
    broken: [...new Set(links.filter(isBroken).map(({ seq }) => seq))].toSorted((a, b) => a - b),
  }
}

/** A phone that says it is at its billionth envelope does not make us list a billion. */
function missingUpTo(last: number, here: ReadonlyMap<number, unknown>): number[] {
  const missing: number[] = []
  for (let seq = 1; seq < last && missing.length < MOST_TOLD; seq++) if (!here.has(seq)) missing.push(seq)
  return missing
}
