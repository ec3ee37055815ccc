import type { ComponentChildren } from 'preact'
import type { Figure } from '../../measure/figure.ts'
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx'
import { formatCount, formatDay, formatNumber } from '../../ui/format.fr.ts'
import { CLOCK_WORDS, DEFINITIONS, sayMethod } from './explorer-words.fr.ts'

type Props = { readonly figure: Figure<unknown>; readonly children?: ComponentChildren }

/** Under every figure: what it is, on how many cases, as of when, by which method and rules, from which files. */
export const HowCounted = ({ figure, children }: Props) => (
  <details class="how">
    <summary>Comment c’est compté</summary>
    <p>{DEFINITIONS[figure.definition]}</p>
    {children}
    <DefinitionList items={factsOf(figure)} />
  </details>
)

const factsOf = (figure: Figure<unknown>): readonly Definition[] => [
  { term: 'Quelle horloge', value: CLOCK_WORDS[figure.clock].title },
  {
    term: 'Demandes comptées',
    value: `${formatNumber(figure.n)}, dont terminées ${formatNumber(figure.ended)}, encore ouvertes ${formatNumber(figure.waiting)}`,
  },
  { term: 'État au', value: formatDay(figure.asOf) },
  { term: 'Couverture', value: sayCoverage(figure) },
  { term: 'Méthode', value: sayMethod(figure.method) },
  { term: 'Règles', value: `version ${figure.rules}` },
  {
    term: 'Sources',
    value: figure.sources.map(({ name, sha256, rows }) => (
      <span key={sha256} class="fingerprint">
        <bdi>{name}</bdi>, {formatCount(rows, 'ligne')}, empreinte <code>{sha256}</code>
      </span>
    )),
  },
]

const percent = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** «96,4 % des lignes connues»: what a figure counts of what there is. */
export const sayCoverage = ({ coverage: { counted, known } }: Pick<Figure<unknown>, 'coverage'>): string =>
  known === 0
    ? 'rien n’est connu'
    : `${percent.format(Math.floor((1000 * counted) / known) / 10)}\u202f% (${formatNumber(counted)} sur ${formatNumber(known)})`
