import type { TallyRules } from '../../measure/tally.ts'
import type { TallyFileRefusal } from './tally-file-refusal.ts'

const RULE_WORDS: Readonly<Record<keyof TallyRules, string>> = {
  rules: 'the version of the rules',
  days: 'the rule of days (--days)',
  tie: 'the rule of ties (--ties)',
  timeZone: 'the time zone (timeZone)',
  by: 'the columns of the strata (--by)',
}

export function tallyFileInEnglish(refusal: TallyFileRefusal): string {
  switch (refusal.because) {
    case 'cut_already':
      return 'Counts cut already are not protected a second time: make the tally from the files, or from exact tallies (--unprotected).'
    case 'tally_absent':
      return `There is no file ${refusal.name}.`
    case 'tally_not_json':
      return `${refusal.name} is no tally: it is not JSON.`
    case 'tally_unread':
      return unreadInEnglish(refusal.name, refusal.why)
    case 'tallies_differ':
      return `These tallies do not add: they differ in ${refusal.what.map((rule) => RULE_WORDS[rule]).join(', ')}. Make them again by the same rules.`
    case 'recurrence_not_tallied':
      return 'Recurrences (intervals) make no tally: their errors need the path of each case.'
    case 'tally_in_days':
      return `A tally is in days, and these lengths are in ${refusal.unit}s.`
    case 'by_sensitive':
      return `${refusal.headers.join(', ')}: these columns say who people are. No tally is cut by them: choose other columns for --by.`
    case 'all_withheld':
      return `None of the ${refusal.strata} strata has enough cases (${refusal.least}) to leave. Take larger strata with --by.`
  }
}

function unreadInEnglish(
  name: string,
  why: Extract<TallyFileRefusal, { readonly because: 'tally_unread' }>['why'],
): string {
  switch (why.because) {
    case 'not_a_tally':
      return `${name} is not a tally of Palier (key "${why.where}").`
    case 'other_schema':
      return `${name} is a tally of another shape (schema ${why.found}): make it again with this version of Palier.`
    case 'other_rules':
      return `${name} was counted by rules ${why.found}, and we count by ${why.ours}: make it again with this version of Palier.`
    case 'broken_counts':
      return `The numbers of ${name} contradict one another: it was changed or cut. Ask for it again.`
  }
}
