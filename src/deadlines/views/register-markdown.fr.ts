import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { NOT_COUNTED } from '../domain/not-counted.fr.ts'
import { REGISTER, RULES_VERSION } from '../domain/register.ts'
import { type DeadlineKind, type DeadlineRule, foundNoText, KINDS } from '../domain/rule.ts'
import {
  KIND_SENTENCES,
  NO_TEXT,
  sayBound,
  sayCertainty,
  sayChecked,
  sayCountry,
  sayRuleLength,
  sayTrigger,
} from '../words.fr.ts'

const cellsOf = (rule: DeadlineRule): readonly string[] => [
  `\`${rule.id}\``,
  rule.country === 'france' ? rule.title : `${rule.title} (${sayCountry(rule.country)})`,
  sayRuleLength(rule),
  rule.startsOn === null ? 'hors du fil' : sayTrigger(rule.startsOn),
  rule.stopsOn.length === 0 ? '–' : rule.stopsOn.map(sayTrigger).join(' · '),
  sayBound(rule.bound),
  sourceOf(rule),
  `${sayCertainty(rule)}, ${sayChecked(rule.source.checkedBy)}`,
  rule.note,
]

const sourceOf = ({ source }: DeadlineRule): string =>
  [source.article, source.title, `lu le ${sayDay(source.readOn)}`]
    .filter((part) => part !== null)
    .join('\u202f; ')

const row = (rule: DeadlineRule): string => ['', ...cellsOf(rule), ''].join(' | ').trim()

const table = (rules: readonly DeadlineRule[]): string =>
  [
    '| Règle | Intitulé | Durée | Part de | S’arrête avec | Qui doit agir | Source | Sûreté | Remarque |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rules.map(row),
  ].join('\n')

const part = (kind: DeadlineKind): string =>
  [
    `## ${kind}\u202f: ${KIND_SENTENCES[kind].title}`,
    KIND_SENTENCES[kind].sentence,
    kind === 'C'
      ? 'Les chartes sont saisies dans Palier, avec leur document\u202f: elles ne sont pas dans ce fichier.'
      : table(REGISTER.filter((rule) => rule.kind === kind && !foundNoText(rule))),
  ].join('\n\n')

const notFound = (): string =>
  [`## ${NO_TEXT.title}`, NO_TEXT.sentence, table(REGISTER.filter(foundNoText))].join('\n\n')

/** The text of docs/deadlines.md: the register, read aloud. */
export function registerMarkdown(): string {
  const parts = [
    '# Les délais que Palier connaît',
    '<!-- Generated from src/deadlines/domain by `npm run docs`; a test keeps it true. Do not edit. -->',
    `Registre du ${RULES_VERSION}. Aucune de ces lignes n’est un conseil juridique\u202f; ce que personne n’a contrôlé est marqué «\u202fà vérifier par un·e juriste\u202f».`,
    ...KINDS.map(part),
    notFound(),
    '## Ce que ce registre ne compte pas',
    NOT_COUNTED.map(({ sentence }) => `- ${sentence}`).join('\n'),
  ]
  return [...parts, ''].join('\n\n').replace(/\n+$/, '\n')
}
