import { type Circles, CONTENTS, DECIDER, EVERYBODY, type Grant, inEachKind, READ, WRITE } from './grant.ts'

const ADMINISTRATOR: Circles = {
  union: ['administrator'],
  desk: ['administrator'],
  programme: ['administrator'],
  research: ['administrator'],
}

/** What a space of any kind has: its settings, its people with an account, its doors, its traces. */
export const HOUSE: readonly Grant[] = [
  ...inEachKind(EVERYBODY, {
    table: 'space',
    verbs: READ,
    when: 'in_space',
    why: 'Chacun·e connaît le nom et les réglages de son espace.',
  }),
  ...inEachKind(ADMINISTRATOR, {
    table: 'space',
    verbs: ['update'],
    columns: ['name', 'requires_second_factor', 'staircase_word'],
    when: 'in_space',
    why: 'L’administration règle l’espace, sans en lire les contenus.',
  }),
  ...inEachKind(EVERYBODY, {
    table: 'membership',
    verbs: READ,
    when: 'in_space',
    why: 'Chacun·e sait avec qui il ou elle partage l’espace.',
  }),
  ...inEachKind(ADMINISTRATOR, {
    table: 'membership',
    verbs: ['insert', 'update'],
    columns: ['ended_at', 'ended_by'],
    when: 'in_space',
    why: 'L’administration ouvre et ferme les accès.',
  }),
  ...inEachKind(EVERYBODY, {
    table: 'membership',
    verbs: ['update'],
    columns: ['ended_at', 'ended_by'],
    when: 'leaving',
    why: 'Chacun·e peut quitter l’espace de soi-même, sans changer de cercle.',
  }),
  ...inEachKind(ADMINISTRATOR, {
    table: 'invitation',
    verbs: WRITE,
    when: 'in_space',
    why: 'L’administration invite et retire une invitation.',
  }),
  ...inEachKind(CONTENTS, {
    table: 'passage',
    verbs: READ,
    when: 'in_space',
    why: 'Celles et ceux qui préparent voient ce qui est sorti.',
  }),
  ...inEachKind(DECIDER, {
    table: 'passage',
    verbs: ['insert'],
    when: 'decided',
    why: 'Seul un cercle qui décide fait passer une porte, en son propre nom.',
  }),
  ...inEachKind(CONTENTS, {
    table: 'inbox',
    verbs: READ,
    when: 'in_space',
    why: 'Ce qui est adressé à l’espace y est lu.',
  }),
  ...inEachKind(EVERYBODY, {
    table: 'form_receipt',
    verbs: WRITE,
    columns: ['answer_path'],
    when: 'self',
    why: 'Un formulaire envoyé deux fois n’agit qu’une fois.',
  }),
  ...inEachKind(ADMINISTRATOR, {
    table: 'audit_line',
    verbs: READ,
    when: 'in_space',
    why: 'L’administration relit qui a fait quoi, jamais les contenus.',
  }),
  ...inEachKind(ADMINISTRATOR, {
    table: 'purge_register',
    verbs: READ,
    when: 'in_space',
    why: 'L’administration montre ce qui a été effacé et quand.',
  }),
]
