import type { Grant } from './grant.ts'
import { CHARTERS } from './grants-of-charters.ts'
import { COMPLAINTS } from './grants-of-complaints.ts'
import { HOUSE } from './grants-of-each-space.ts'
import { HOUSEHOLDS } from './grants-of-households.ts'
import { INSTRUMENTS } from './grants-of-instruments.ts'
import { LETTERS } from './grants-of-letters.ts'
import { PUBLIC, SERVANTS } from './grants-of-servants.ts'
import { SOURCES } from './grants-of-sources.ts'
import { SURVEYS } from './grants-of-surveys.ts'
import { DIRECTORY } from './grants-of-the-directory.ts'
import { UNION } from './grants-of-unions.ts'

/** Who may do what to which rows: said here once; policies.sql, docs/access.md and the matrix test are made from it. */
export const GRANTS: readonly Grant[] = [
  ...HOUSE,
  ...UNION,
  ...CHARTERS,
  ...COMPLAINTS,
  ...LETTERS,
  ...SOURCES,
  ...INSTRUMENTS,
  ...SURVEYS,
  ...HOUSEHOLDS,
  ...DIRECTORY,
  ...PUBLIC,
  ...SERVANTS,
]
