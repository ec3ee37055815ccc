/** What a deadline may start or stop on; kinds; who is bound; one rule of time. */
export type { Bound, Country, DeadlineKind, DeadlineRule, RuleSource, Trigger } from './domain/rule.ts'
/** Whether law was looked for and not found. */
export { foundNoText } from './domain/rule.ts'
/** Every trigger there is, for tables of events. */
export { TRIGGERS } from './domain/rule.ts'
/** Law, remedies and foreign norms; the rules that something starts; one of them by its id. */
export { findRule, REGISTER, RULES_VERSION, rulesStartedBy, type Start } from './domain/register.ts'
/** The copy of a rule that a complaint keeps, and the day it is due, with its computation. */
export { copyOf, type Due, dueOf, type RuleCopy, type StartedOn } from './domain/rule-copy.ts'
/** Where a deadline stands on a day: running, met, late, passed, or without a figure. */
export { type Span, standing, type Standing } from './domain/standing.ts'
/** A charter as its landlord published it. */
export { CharterPicture } from './views/charter-picture.tsx'
/** The kind of a rule, in a chip; law that was not found carries none. */
export { RuleKind } from './views/rule-kind.tsx'
/** A computation, day by day, as a page shows it. */
export { DayByDay } from './views/day-by-day.tsx'
/** How rules and standings are said in French. */
export { sayChecked, sayNoDay, sayRuleLength, sayStanding, sayTrigger } from './words.fr.ts'
/** What a landlord promised: its own published charter and what this space wrote of it, each with its origin. */
export { charterRulesFor } from './store/published.ts'
/** A rule of a charter, and who wrote it here. */
export type { CharterOrigin, CharterRule } from './domain/charter.ts'
/** Landlords and authorities by name, for forms that ask whose something is. */
export { listLandlords } from './store/directory.ts'
