import { Chip, State } from '../../ui/chip.tsx'
import { type DeadlineRule, foundNoText } from '../domain/rule.ts'
import { sayRuleLength } from '../words.fr.ts'

/** The letter and the word of a kind; law that was not found carries no claim of law. */
export const RuleKind = ({ rule }: { rule: DeadlineRule }) =>
  foundNoText(rule) ? <State>{sayRuleLength(rule)}</State> : <Chip kind={rule.kind} />
