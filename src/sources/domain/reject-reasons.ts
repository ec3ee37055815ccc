/**
 * Why a row is not a case: the closed list of the contract, in the order in which a row is judged. A row has one reason,
 * the first that holds. The two that need an as-of stand last: whoever reads the cases at a date counts them.
 */
export const REJECT_REASONS = [
  'too_few_columns',
  'repeated_header',
  'repeated_id',
  'missing_opened',
  'unreadable_date',
  'closed_before_opened',
  'status_contradicts_dates',
  'opened_after_as_of',
  'never_at_risk',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]
