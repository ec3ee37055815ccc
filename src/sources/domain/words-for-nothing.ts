/**
 * What a cell of a file says when it says nothing. Words are folded (no case, accent or sign) and cut to ten letters;
 * a cell of signs alone («?», «-», «--») is nothing too, and so is a date of zeros.
 */
export const WORDS_FOR_NOTHING = [
  'n a',
  'na',
  'nd',
  'n d',
  'nc',
  'n c',
  'null',
  'none',
  'nan',
  'nat',
  'nil',
  'inconnu',
  'inconnue',
  'unknown',
  'undefined',
  'missing',
  'non rensei',
  'sans objet',
  'neant',
  'vide',
  'aucun',
  'aucune',
] as const

/**
 * Days that programs write where there is none: the first of their calendar, or the last. Nobody asked for anything on
 * 1 January 1900, and nothing was repaired on 31 December 9999.
 */
export const DAYS_FOR_NOTHING = [
  '0001-01-01',
  '1601-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '2999-12-31',
  '9999-12-31',
] as const

/** Outside these years a date is a slip of the hand: it is unreadable. */
export const READABLE_YEARS = { first: 1800, last: 2200 } as const
