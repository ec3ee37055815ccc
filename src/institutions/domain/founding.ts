/** An organisation, by what it is. Its space is of the kind that `SPACE_OF` gives. */
export const INSTITUTION_KINDS = [
  'union',
  'federation',
  'institute',
  'landlord',
  'authority',
  'research_team',
] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]

export const SPACE_OF = {
  union: 'union',
  federation: 'union',
  institute: 'programme',
  landlord: 'desk',
  authority: 'desk',
  research_team: 'research',
} as const satisfies Record<InstitutionKind, string>

/**
 * Who founds what (docs/decisions/0050-who-founds-what.md). Founding opens a space that the founder cannot enter:
 * only the invited administrator can. A landlord or an authority founds nothing, so that no desk can make a union.
 */
export const FOUNDED_BY: Readonly<Record<InstitutionKind, readonly InstitutionKind[]>> = {
  union: [],
  federation: ['union'],
  institute: ['institute', 'research_team', 'landlord', 'authority'],
  landlord: [],
  authority: [],
  research_team: [],
}

export const isInstitutionKind = (word: string): word is InstitutionKind =>
  INSTITUTION_KINDS.some((k) => k === word)

export type FoundingRefusal = { readonly because: 'not_entitled' | 'already_open' }
