import type { Grant, Predicate, Verb } from './grant.ts'

const VERBS: Record<Verb, string> = {
  select: 'lire',
  insert: 'ajouter',
  update: 'modifier',
  delete: 'effacer',
}
const WHEN: Record<Predicate, string> = {
  in_space: 'dans son espace',
  self: 'ses propres lignes, dans son espace',
  leaving: 'ses propres lignes ouvertes, pour les clore',
  decided: 'dans son espace, en son propre nom',
  own_complaint: 'la réclamation que son code ouvre',
  said_by_code: 'la réclamation que son code ouvre, en le disant',
  anywhere: 'partout',
  published: 'tant que c’est publié',
}
const HOLDERS: Record<string, string> = {
  union: 'union',
  desk: 'guichet',
  programme: 'programme',
  research: 'recherche',
  household: 'un foyer avec son code',
  public: 'le public',
  system: 'les tâches de fond',
  doorkeeper: 'le portier',
}

const holder = ({ to }: Grant): string =>
  typeof to === 'string'
    ? (HOLDERS[to] ?? to)
    : `${HOLDERS[to.kind] ?? to.kind}\u202f: ${to.circles.join(', ')}`

const verbsOf = ({ verbs, columns }: Grant): string =>
  verbs.map((v) => (v === 'update' && columns ? `${VERBS[v]} (${columns.join(', ')})` : VERBS[v])).join(', ')

const row = (g: Grant): string =>
  `| \`${g.table}\` | ${holder(g)} | ${verbsOf(g)} | ${WHEN[g.when]} | ${g.why} |`

/** The text of docs/access.md: the grants table, read aloud. */
export function accessPage(grants: readonly Grant[]): string {
  return (
    [
      '# Qui peut quoi',
      '<!-- Generated from src/access/grants.ts by `npm run docs`; a test keeps it true. Do not edit. -->',
      'Cette page est écrite par le programme à partir de la table qui fait la loi dans la base. Ce qui n’y est pas est refusé, et une ligne refusée est une ligne absente.',
      'Chaque espèce d’espace (union, guichet, programme, recherche) se connecte avec son propre rôle, qui n’a de droits que sur ses propres tables.',
      [
        '| Table | Qui | Peut | Quelles lignes | Pourquoi |',
        '| --- | --- | --- | --- | --- |',
        ...grants.map(row),
      ].join('\n'),
    ].join('\n\n') + '\n'
  )
}
