import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { secretsOfTests as secrets } from '../../tools/testing/people.ts'
import { postMail } from './post.ts'
import { nextTryAt, sendMails, transportOf } from './send.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000)

let t: TestDatabase
let url = ''
let server: SMTPServer
const whole: Buffer[] = []
const received = (): Promise<Email[]> => Promise.all(whole.map((mail) => PostalMime.parse(mail)))
let refusing = false

beforeAll(async () => {
  t = await testDatabase()
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      refusing ? done(Object.assign(new Error('secret words of the server'), { responseCode: 451 })) : done(),
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        whole.push(Buffer.concat(parts))
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  const address = listening.address()
  url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}?ignoreTLS=true`
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await t.stop()
})
beforeEach(async () => {
  refusing = false
  whole.length = 0
  await sql`delete from keyring.mail`.execute(t.owner)
})

const office = () => ({ transport: transportOf(url), from: 'Palier <palier@exemple.test>', secrets })
const send = (now = NOW) => sendMails(t.logins.system, office(), now)
const post = (letter: { to: string; subject?: string; body?: string; until?: Date }) =>
  postMail({ sql: t.logins.desk }, secrets, { subject: 'Bonjour', body: 'Un mot.', ...letter }, NOW)
type Row = {
  state: string
  attempts: number
  body_sealed: Buffer | null
  last_error: string | null
  next_try_at: Date
}
const rows = async (): Promise<Row[]> =>
  (
    await sql<Row>`select state, attempts, body_sealed, last_error, next_try_at from keyring.mail order by id`.execute(
      t.owner,
    )
  ).rows

describe('a letter', () => {
  it('waits sealed, leaves by SMTP with its accents, and its body is erased', async () => {
    await post({
      to: 'ines@exemple.test',
      subject: 'Votre lien · façade n° 3',
      body: 'Voici\u202f: https://exemple.test/é?k=a=b\n',
    })
    expect((await rows())[0]?.body_sealed?.includes(Buffer.from('exemple.test'))).toBe(false)
    expect(await send()).toBe(1)
    expect((await received())[0]).toMatchObject({
      subject: 'Votre lien · façade n° 3',
      to: [{ address: 'ines@exemple.test' }],
    })
    expect((await received())[0]?.text?.trim()).toBe('Voici\u202f: https://exemple.test/é?k=a=b')
    expect(await rows()).toMatchObject([{ state: 'sent', body_sealed: null }])
    expect(await send()).toBe(0)
  })

  it('is sent once by two processes that look at the same time', async () => {
    for (const n of [1, 2, 3, 4, 5]) await post({ to: `p${n}@exemple.test` })
    const sent = await Promise.all([send(), send()])
    expect(sent[0] + sent[1]).toBe(5)
    expect(new Set((await received()).map((m) => m.to?.[0]?.address)).size).toBe(5)
    expect(await received()).toHaveLength(5)
  })

  it('goes to one address, even when the address pretends to be two', async () => {
    await post({ to: 'a@exemple.test, b@exemple.test' })
    await send()
    expect((await received()).flatMap((m) => m.to ?? [])).not.toContainEqual(
      expect.objectContaining({ address: 'b@exemple.test' }),
    )
  })

  it('never breaks out of its headers', async () => {
    await post({ to: 'a@exemple.test', subject: 'Bonjour\r\nBcc: b@exemple.test' })
    await send()
    expect((await received())[0]?.bcc).toBeUndefined()
    expect((await received())[0]?.subject).toContain('Bonjour')
  })

  it('too late is not sent', async () => {
    await post({ to: 'a@exemple.test', until: later(15) })
    expect(await send(later(15))).toBe(0)
    expect(await rows()).toMatchObject([{ state: 'failed', body_sealed: null, last_error: 'too late' }])
  })

  it('that another login forged is not sent', async () => {
    await sql`select keyring.post_mail(gen_random_uuid(), null, 'a@exemple.test', 'Faux', 'faux'::bytea, ${NOW}, null)`.execute(
      t.logins.desk,
    )
    expect(await send()).toBe(0)
    expect(await rows()).toMatchObject([{ state: 'failed', last_error: 'not sealed by this installation' }])
  })

  it('is rolled back with the transaction that posted it', async () => {
    const posting = t.logins.union.transaction().execute(async (tx) => {
      await postMail({ sql: tx }, secrets, { to: 'a@exemple.test', subject: 'x', body: 'x' }, NOW)
      throw new Error('changed my mind')
    })
    await expect(posting).rejects.toThrow('changed my mind')
    expect(await rows()).toEqual([])
  })

  it('cannot be read by those who may post one', async () => {
    await post({ to: 'a@exemple.test' })
    for (const login of ['union', 'desk', 'programme', 'research', 'public', 'doorkeeper'] as const)
      await expect(sql`select 1 from keyring.mail`.execute(t.logins[login])).rejects.toThrow(
        'permission denied',
      )
    expect(await rows()).toHaveLength(1)
  })
})

describe('a server that refuses', () => {
  it('is tried again later and later, eight times, without keeping its words', async () => {
    await post({ to: 'ines@exemple.test' })
    refusing = true
    let now = NOW
    for (let tries = 1; tries <= 7; tries++) {
      expect(await send(now)).toBe(0)
      expect(await rows()).toMatchObject([
        {
          state: 'waiting',
          attempts: tries,
          next_try_at: nextTryAt(now, tries),
          last_error: 'EENVELOPE 451',
        },
      ])
      expect(await send(new Date(nextTryAt(now, tries).getTime() - 1))).toBe(0)
      expect((await rows())[0]?.attempts).toBe(tries)
      now = nextTryAt(now, tries)
    }
    await send(now)
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 8, body_sealed: null }])
  })

  it('that comes back gets what waited', async () => {
    await post({ to: 'ines@exemple.test' })
    const away = { ...office(), transport: createTransport('smtp://127.0.0.1:1?connectionTimeout=500') }
    expect(await sendMails(t.logins.system, away, NOW)).toBe(0)
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 1 }])
    expect(await send(later(1))).toBe(1)
    expect(await received()).toHaveLength(1)
  })
})
