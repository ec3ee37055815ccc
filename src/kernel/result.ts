/** An expected refusal is a value; a bug throws. Each noun names its own refusals: `{ because: 'link_expired' }`. */
export type Result<T, R> = Accepted<T> | Refused<R>
export type Accepted<T> = { readonly ok: true; readonly value: T }
export type Refused<R> = { readonly ok: false; readonly refusal: R }

/** The shape every refusal has; the closed list of reasons belongs to the noun that refuses. */
export type Refusal = { readonly because: string }

export function accept(): Accepted<undefined>
export function accept<T>(value: T): Accepted<T>
export function accept<T>(value?: T): Accepted<T | undefined> {
  return { ok: true, value }
}

/** `const` keeps `because` a literal type, so that `switch (refusal.because)` is checked. */
export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal }
}
