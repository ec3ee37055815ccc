import type { Option } from '../../ui/options.tsx'
import { CHANNELS, EVIDENCE } from '../domain/event-kinds.ts'
import type { Colleague } from '../store/colleagues.ts'
import type { Family } from '../store/nomenclature.ts'
import { CHANNEL_WORDS, EVIDENCE_CHOICES } from '../words.fr.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const CHANNEL_CHOICES: readonly Option[] = CHANNELS.map((value) => ({
  value,
  label: capital(CHANNEL_WORDS[value]),
}))

export const EVIDENCE_OPTIONS: readonly Option[] = EVIDENCE.map((value) => ({
  value,
  label: EVIDENCE_CHOICES[value],
}))

const inFrench = <T extends { readonly label: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))

/** The two levels of the nomenclature in one list: a family that distinguishes nothing stands by itself. */
export const problemChoices = (families: readonly Family[]): readonly Option[] => [
  { value: '', label: 'Choisissez dans la liste' },
  ...inFrench(families).flatMap(({ code, label, problems }): readonly Option[] =>
    problems.length === 0
      ? [{ value: code, label }]
      : [
          { value: code, label: `${label}, sans préciser`, group: label },
          ...inFrench(problems).map((one) => ({ value: one.code, label: one.label, group: label })),
        ],
  ),
]

export const colleagueChoices = (colleagues: readonly Colleague[]): readonly Option[] => [
  { value: '', label: 'Personne pour l’instant' },
  ...colleagues.map(({ accountId, name }) => ({ value: accountId, label: name })),
]
