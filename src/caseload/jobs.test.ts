import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { secretsOfTests as secrets } from '../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../tools/testing/tilleuls.ts'
import { tellComplaint } from '../../tools/testing/told.ts'
import { calendarDay } from '../kernel/calendar-day.ts'
import { sendMails, transportOf } from '../mail/send.ts'
import { digestJob } from './jobs.ts'

const SITE = new URL('https://palier.exemple.org')
const MORNING = new Date('2026-11-23T06:10:00Z') // 7:10 in Paris
const job = digestJob(secrets, SITE)
let t: TestDatabase
let house: Tilleuls
let server: SMTPServer
let smtp = ''
const whole: Buffer[] = []

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => MORNING)
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
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
  smtp = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}?ignoreTLS=true`
  await tellAll()
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await t.stop()
})
beforeEach(async () => {
  whole.length = 0
  await sql`delete from keyring.mail`.execute(t.owner)
})

/** Karim has two to come back to, one of them with a promise that passed; nobody has one; Inès has none of her own. */
async function tellAll(): Promise<void> {
  const { ines, karim, home } = house.ids
  const actor = {
    ...house.union,
    accountId: ines,
    accountName: 'Inès',
    circles: ['organiser', 'officer'],
  } as const
  const promise = { details: { promise: { what: 'work', dueOn: calendarDay('2026-11-10') } } } as const
  const place = { place: { home }, words: 'Nadia attend.' }
  const tell = (care: { assignedTo?: string }, withPromise = false) =>
    tellComplaint(t, actor, MORNING, { ...place, care: { ...care, followUpOn: calendarDay('2026-11-23') } }, [
      ['2026-10-01', 'first_telling'],
      ...(withPromise ? ([['2026-10-02', 'promise', promise]] as const) : []),
    ])
  await tell({ assignedTo: karim }, true)
  await tell({ assignedTo: karim })
  await tell({})
}

const posted = async (now = MORNING): Promise<number> => {
  await job.run({ logins: t.logins, now })
  return (await sql`select 1 from keyring.mail`.execute(t.owner)).rows.length
}

async function received(now = MORNING) {
  await sendMails(
    t.logins.system,
    { transport: transportOf(smtp), from: 'Palier <palier@exemple.test>', secrets },
    now,
  )
  const mails = await Promise.all(whole.map((mail) => PostalMime.parse(mail)))
  return mails.map(({ to, subject, text }) => ({ to: to?.[0]?.address, subject, text }))
}

const addressOf = async (accountId: string): Promise<string> =>
  (await sql<{ email: string }>`select email from keyring.account where id = ${accountId}`.execute(t.owner))
    .rows[0]?.email ?? ''

describe('the morning’s letter', () => {
  it('says two numbers and a link, to whoever has something to come back to; never a place, a name or a trouble', async () => {
    expect(await posted()).toBe(2)
    const letters = await received()
    const karims = letters.find(({ text }) => text?.includes('2'))
    expect(karims?.to).toBe(await addressOf(house.ids.karim))
    expect(karims?.text?.trim().split('\n')[0]).toBe(
      '2\u00a0réclamations à relancer, 1\u00a0promesse passée.',
    )
    expect(karims?.text).toContain('https://palier.exemple.org/aujourdhui')
    const inesHas = letters.find(({ to }) => to !== karims?.to)
    expect(inesHas?.to).toBe(await addressOf(house.ids.ines))
    expect(inesHas?.text?.trim().split('\n')[0]).toBe('1\u00a0réclamation à relancer.') // nobody's, and she organises
    expect(JSON.stringify(letters)).not.toMatch(/Tilleuls|Lilas|gauche|Nadia|Humidité|cuisine|Karim|Inès/)
  })

  it('comes once a day, however often the job looks, in however many processes', async () => {
    await Promise.all([posted(), posted()])
    expect(await posted(new Date('2026-11-23T15:00:00Z'))).toBe(2)
    expect(await posted(new Date('2026-11-24T06:10:00Z'))).toBe(4)
  })

  it.each([
    ['2026-11-23T05:59:00Z', 0, '6:59 in winter'],
    ['2026-11-23T06:00:00Z', 2, '7:00 in winter'],
    ['2027-06-01T04:59:00Z', 0, '6:59 in summer'],
    ['2027-06-01T05:00:00Z', 2, '7:00 in summer'],
  ])('at %s: %i letters (%s)', async (now, letters) => {
    expect(await posted(new Date(now))).toBe(letters)
  })

  it('does not come the day when nothing waits, nor to who left', async () => {
    expect(await posted(new Date('2026-11-09T10:00:00Z'))).toBe(0) // neither the follow-ups nor the promise have come
    await sql`update union_space.membership set ended_at = now() where account_id = ${house.ids.karim}`.execute(
      t.owner,
    )
    expect(await posted()).toBe(1)
    await sql`update union_space.membership set ended_at = null where account_id = ${house.ids.karim}`.execute(
      t.owner,
    )
  })

  it('is refused and asked for again on its page', async () => {
    const page = await house.karim.get('/reclamations/courriel')
    expect(page.text).toContain('Vous le recevez')
    expect((await house.karim.post('/reclamations/courriel')).status).toBe(303)
    expect((await house.karim.get('/reclamations/courriel')).text).toContain('Vous ne le recevez pas')
    expect(await posted()).toBe(1)
    await house.karim.post('/reclamations/courriel')
    expect(await posted()).toBe(2)
    for (const [who, browser] of Object.entries(house.others).filter(
      ([name]) => name !== 'an organiser of another union',
    ))
      expect([who, (await browser.get('/reclamations/courriel')).status]).toEqual([who, 404])
  })
})
