import { accept, refuse, type Result } from '../../kernel/result.ts'

/**
 * A space without an administrator could let nobody in and nobody out, and nobody of the space could mend it. So there
 * are always one or more, and the one who leaves has named a second person first.
 */
export type AdministratorRefusal = { readonly because: 'last_administrator' | 'not_administrator_any_more' }

/** Those who would remain once this account is no longer an administrator. */
export function withoutAdministrator(
  administrators: readonly string[],
  accountId: string,
): Result<readonly string[], AdministratorRefusal> {
  const remaining = administrators.filter((a) => a !== accountId)
  const isLoss = remaining.length < administrators.length
  return isLoss && remaining.length === 0 ? refuse({ because: 'last_administrator' }) : accept(remaining)
}

/** Two administrators who put each other out at the same instant: the second was no longer one when her turn came. */
export function stillAdministrator(
  administrators: readonly string[],
  accountId: string,
): Result<undefined, AdministratorRefusal> {
  return administrators.includes(accountId) ? accept() : refuse({ because: 'not_administrator_any_more' })
}
