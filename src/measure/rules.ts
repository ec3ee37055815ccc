/** The version of the rules by which waits are counted here. Counts made under two versions never add. */
export const RULES = '2026-11'
