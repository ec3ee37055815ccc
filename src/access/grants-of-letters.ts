import { CONTENTS, type Grant, type Verb } from './grant.ts'

const toUnion = (verbs: readonly Verb[], why: string, rest: Pick<Grant, 'columns'> = {}): Grant => ({
  table: 'letter',
  verbs,
  to: { kind: 'union', circles: CONTENTS.union },
  when: 'in_space',
  why,
  ...rest,
})

/** What a letter says is written once; only its sending is noted afterwards. It leaves with its complaint. */
export const LETTERS: readonly Grant[] = [
  toUnion(['select', 'insert'], 'Préparer une lettre avec un foyer, et relire celle qui est partie.'),
  toUnion(['update'], 'Noter l’envoi ; le texte préparé ne se réécrit pas.', {
    columns: ['sent_on', 'sent_how', 'sent_by', 'event_id', 'proof_attachment_id'],
  }),
]
