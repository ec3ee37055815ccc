import { sayUnit } from '../../kernel/working-calendar.fr.ts'
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx'
import { formatDay } from '../../ui/format.fr.ts'
import type { DeadlineRule } from '../domain/rule.ts'
import type { FamilyLabel } from '../store/directory.ts'
import {
  sayBound,
  sayCertainty,
  sayChecked,
  sayCountry,
  sayRuleLength,
  sayTrigger,
  sayValidity,
} from '../words.fr.ts'

type Props = { readonly rule: DeadlineRule; readonly families: readonly FamilyLabel[] }

/** Everything a rule says of itself; what it does not say is said too. */
export const RuleFacts = ({ rule, families }: Props) => (
  <DefinitionList items={[...whenItRuns(rule), ...whatItIs(rule, families), ...whereItComesFrom(rule)]} />
)

const whenItRuns = (rule: DeadlineRule): readonly Definition[] => [
  { term: 'Durée', value: sayRuleLength(rule) },
  ...(rule.unit === null ? [] : [{ term: 'Se compte en', value: sayUnit(rule.unit) }]),
  {
    term: 'Part de',
    value: rule.startsOn === null ? 'hors du fil d’une réclamation' : sayTrigger(rule.startsOn),
  },
  ...(rule.stopsOn.length === 0
    ? []
    : [{ term: 'S’arrête avec', value: rule.stopsOn.map(sayTrigger).join(' · ') }]),
  ...(rule.length === null
    ? []
    : [
        {
          term: 'Finit un jour non ouvré',
          value: rule.carriedOver
            ? 'reporté au jour ouvré suivant'
            : 'non reporté, faute d’un texte lu qui le dise',
        },
      ]),
]

const whatItIs = (rule: DeadlineRule, families: readonly FamilyLabel[]): readonly Definition[] => [
  { term: 'Qui doit agir', value: sayBound(rule.bound) },
  { term: 'Familles', value: familiesOf(rule, families) },
  ...(rule.country === 'france'
    ? []
    : [{ term: 'Oblige où', value: `${sayCountry(rule.country)}, et pas en France` }]),
  { term: 'Valable', value: sayValidity(rule) },
]

const familiesOf = (rule: DeadlineRule, families: readonly FamilyLabel[]): string =>
  rule.families.length === 0
    ? 'toutes'
    : rule.families.map((code) => families.find((f) => f.code === code)?.label ?? code).join(', ')

const whereItComesFrom = ({ kind, source, certainty }: DeadlineRule): readonly Definition[] => [
  ...(source.article === null ? [] : [{ term: 'Texte', value: source.article }]),
  {
    term: 'Lu dans',
    value: source.href === null ? <bdi>{source.title}</bdi> : <a href={source.href}>{source.title}</a>,
  },
  { term: 'Lu le', value: formatDay(source.readOn) },
  { term: 'Sûreté', value: sayCertainty({ kind, certainty }) },
  { term: 'Contrôle', value: sayChecked(source.checkedBy) },
]
