import { type Grant, READ, UNION_FIELD } from './grant.ts'

const AUTHORS = { kind: 'union', circles: ['organiser', 'officer'] } as const

/** Questionnaires of one's own: written by those who prepare, carried by the field; nobody changes one. */
export const INSTRUMENTS: readonly Grant[] = [
  {
    table: 'instrument',
    verbs: ['insert'],
    to: AUTHORS,
    when: 'in_space',
    why: 'Apporter un questionnaire.',
  },
  {
    table: 'instrument',
    verbs: ['update'],
    columns: ['published_by', 'published_at'],
    to: AUTHORS,
    when: 'in_space',
    why: 'Publier un questionnaire, une fois\u202f: ses mots ne changent plus.',
  },
  {
    table: 'instrument',
    verbs: READ,
    to: { kind: 'union', circles: UNION_FIELD },
    when: 'in_space',
    why: 'Le terrain emporte les questionnaires des campagnes.',
  },
]
