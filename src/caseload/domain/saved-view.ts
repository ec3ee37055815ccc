/** A list that somebody comes back to; `query` is its address, as `queryOf` writes it. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string }

export const LONGEST_VIEW_NAME = 100
