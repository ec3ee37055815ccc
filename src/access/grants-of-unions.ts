import type { Circle } from './circles.ts'
import { type Grant, UNION_FIELD, WRITE } from './grant.ts'

const inUnion = (circles: readonly Circle[]): Grant['to'] => ({ kind: 'union', circles })

export const UNION: readonly Grant[] = [
  {
    table: 'home',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Le terrain connaît les portes et en ajoute.',
  },
  {
    table: 'person',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Le terrain note qui lui a parlé.',
  },
  {
    table: 'occupancy',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Qui habite où, et depuis quand.',
  },
  {
    table: 'consent',
    verbs: WRITE,
    to: inUnion(UNION_FIELD),
    when: 'in_space',
    why: 'Chaque accord est noté, et retiré aussi facilement.',
  },
  {
    table: 'merger',
    verbs: WRITE,
    to: inUnion(['organiser', 'officer']),
    when: 'in_space',
    why: 'Réunir deux fiches, et pouvoir revenir en arrière.',
  },
  {
    table: 'person',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne qui le demande.',
  },
  {
    table: 'occupancy',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne efface où elle a vécu.',
  },
  {
    table: 'consent',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne efface ses accords.',
  },
  {
    table: 'merger',
    verbs: ['delete'],
    to: inUnion(['officer']),
    when: 'in_space',
    why: 'Effacer une personne efface les fiches réunies.',
  },
]
