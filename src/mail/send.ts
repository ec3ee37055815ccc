import { createTransport, type Transporter } from 'nodemailer'
import type { Secrets } from '../access/secrets.ts'
import type { Database } from '../db/connect.ts'
import type { Job } from '../jobs/run-jobs.ts'
import { lockNextMail, markFailed, markForLater, markSent, type WaitingMail } from './store.ts'

const MOST_TRIES = 8
const FIRST_DELAY_MINUTES = 1
const MOST_PER_TURN = 200

export type PostOffice = { readonly transport: Transporter; readonly from: string; readonly secrets: Secrets }

/** One minute, then twice as long each time: the eighth try comes about two hours after the first. */
export const nextTryAt = (now: Date, tries: number): Date =>
  new Date(now.getTime() + FIRST_DELAY_MINUTES * 2 ** (tries - 1) * 60_000)

/** A server that does not answer must not hold the transaction that holds the letter for longer than this. */
export const transportOf = (smtpUrl: string): Transporter => {
  const url = new URL(smtpUrl)
  const defaults = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '20000' }
  for (const [name, value] of Object.entries(defaults))
    if (!url.searchParams.has(name)) url.searchParams.set(name, value)
  return createTransport(url.href)
}

/** Sends what waits, one transaction per letter. Returns how many left. */
export async function sendMails(system: Database, office: PostOffice, now: Date): Promise<number> {
  let sent = 0
  for (let turn = 0; turn < MOST_PER_TURN; turn++) {
    const outcome = await system.transaction().execute(async (tx) => {
      const mail = await lockNextMail(tx, now)
      return mail ? sendOne(tx, mail, office, now) : 'nothing_waits'
    })
    if (outcome === 'nothing_waits') break
    if (outcome === 'sent') sent++
  }
  return sent
}

type Outcome = 'sent' | 'kept' | 'failed'

async function sendOne(tx: Database, mail: WaitingMail, office: PostOffice, now: Date): Promise<Outcome> {
  if (mail.expires_at && mail.expires_at <= now) return fail(tx, mail.id, 'too late')
  const text = openBody(mail, office.secrets)
  if (text === undefined) return fail(tx, mail.id, 'not sealed by this installation')
  try {
    await office.transport.sendMail({
      from: office.from,
      // As an object, an address is never read as a list of several.
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text,
      // The same letter sent again after a crash has the same name: mailboxes show it once.
      messageId: `<${mail.id}@palier>`,
      headers: { 'auto-submitted': 'auto-generated' },
    })
  } catch (error) {
    return keepOrFail(tx, mail, errorCode(error), now)
  }
  await markSent(tx, mail.id, now)
  return 'sent'
}

async function keepOrFail(tx: Database, mail: WaitingMail, code: string, now: Date): Promise<Outcome> {
  if (mail.attempts + 1 >= MOST_TRIES) return fail(tx, mail.id, code)
  await markForLater(tx, mail.id, nextTryAt(now, mail.attempts + 1), code)
  return 'kept'
}

async function fail(tx: Database, id: string, why: string): Promise<Outcome> {
  await markFailed(tx, id, why)
  return 'failed'
}

function openBody(mail: WaitingMail, secrets: Secrets): string | undefined {
  try {
    return mail.body_sealed ? secrets.open(mail.body_sealed) : undefined
  } catch {
    return undefined
  }
}

/** The kind of failure and the server's number; never its words, which can quote the letter. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : error.name
  const answer = 'responseCode' in error ? ` ${String(error.responseCode)}` : ''
  return `${code}${answer}`
}

type MailJob = { readonly smtpUrl: string; readonly from: string; readonly secrets: Secrets }

/** Without an SMTP server there is no such job, and letters wait. */
export function sendMailJob({ smtpUrl, from, secrets }: MailJob): Job {
  const office = { transport: transportOf(smtpUrl), from, secrets }
  return {
    name: 'send_mail',
    everySeconds: 2,
    run: async ({ logins, now }) => void (await sendMails(logins.system, office, now)),
  }
}
