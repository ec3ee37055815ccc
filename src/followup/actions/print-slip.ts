import type { ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { typesetSlip } from '../../documents/slip.ts'
import type { FollowUpCode } from '../domain/follow-up-code.ts'
import { inLanguage, type Language } from '../domain/language.ts'
import { isLiveCode } from '../store/codes.ts'
import { hashOfCode } from './codes.ts'

/** The code is behind «#»: a browser keeps that part to itself. */
export const addressOfCode = (publicUrl: URL, code: FollowUpCode, language: Language): string =>
  `${new URL(inLanguage('/suivi', language), publicUrl).href}#${code}`

/** Whether a slip of this code can be printed: only while it is the one that opens this complaint. */
export const mayPrintSlip = (
  db: ScopedDb,
  secrets: Secrets,
  complaintId: string,
  code: FollowUpCode,
): Promise<boolean> => isLiveCode(db, complaintId, hashOfCode(secrets, code))

/** The A6 slip (PDF); nothing is kept of it. */
export const printSlip = (publicUrl: URL, code: FollowUpCode, language: Language): Promise<Uint8Array> =>
  typesetSlip({ code, url: addressOfCode(publicUrl, code, language), language })
