import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../../access/scope.ts'
import { addEvent, recordComplaint } from '../../complaints/public.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import { addDays, type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  Browser,
  type MadeAccount,
  type MadeSpace,
  makeMember,
  makeSpace,
  secretsOfTests,
  testApp,
} from '../../../tools/testing/people.ts'
import { issueCode } from '../actions/codes.ts'
import type { FollowUpCode } from '../domain/follow-up-code.ts'

let t: TestDatabase
let app: App
let union: MadeSpace
let ines: Awaited<ReturnType<typeof makeMember>>
let clock = new Date('2026-11-20T10:00:00Z')
/** Each thing happens a second after the one before. */
const tick = (): Date => (clock = new Date(clock.getTime() + 1000))
const today = (): CalendarDay => dayIn(clock)
const place = {
  estate: newId(new Date()),
  building: newId(new Date()),
  staircase: newId(new Date()),
  home: newId(new Date()),
  landlord: '',
}

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, tick)
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  place.landlord = (await makeSpace(t, 'desk', 'Habitat des Coteaux')).institutionId
  ines = await makeMember(t, union, 'Inès Marchand', 'organiser')
  await sql`insert into directory.commune values ('00000', 'Valmont', '99000')`.execute(t.owner)
  await sql`insert into directory.estate values (${place.estate}, ${place.landlord}, '00000', 'Les Tilleuls', 'x')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${place.building}, ${place.estate}, 'Bâtiment C', '3 rue', 'x')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${place.staircase}, ${place.building}, 'Escalier 7', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${place.home}, ${place.staircase}, 3, 1, '3e gauche')`.execute(t.owner)
})
afterAll(() => t.stop())

/** A complaint told 143 days ago, registered, closed by the landlord, with a note of the union and words of others. */
async function liveComplaint(): Promise<{ id: string; code: FollowUpCode }> {
  return inScope(t.logins, ines.actor, async (db) => {
    const when = { now: tick(), today: today() }
    const told = {
      on: exactDay(addDays(today(), -143)),
      channel: 'caretaker',
      interlocutor: 'Mme Gardienne',
    } as const
    const made = await recordComplaint(
      db,
      {
        place: { home: place.home },
        problemCode: 'damp.kitchen',
        words: 'Le plafond goutte.',
        told: { ...told, evidence: 'declared' },
      },
      when,
    )
    if (!made.ok) throw new Error(made.refusal.because)
    const add = async (
      kind: 'registered' | 'closed_by_landlord' | 'note',
      daysAgo: number,
      words: string,
    ) => {
      const added = await addEvent(
        db,
        made.value,
        {
          kind,
          actor: kind === 'note' ? 'union' : 'landlord',
          channel: 'email',
          happened: exactDay(addDays(today(), -daysAgo)),
          evidence: 'declared',
          details: {},
          words,
          interlocutor: 'M. Secteur',
        },
        { now: tick(), today: today() },
      )
      if (!added.ok) throw new Error(added.refusal.because)
    }
    await add('registered', 136, 'Parole du bailleur')
    await add('closed_by_landlord', 86, 'Travaux réalisés')
    await add('note', 10, 'Note secrète de l’union')
    const code = await issueCode(db, secretsOfTests, made.value, clock)
    if (!code.ok) throw new Error(code.refusal.because)
    return { id: made.value, code: code.value }
  })
}

async function open(code: string, language = ''): Promise<Browser> {
  const browser = new Browser(app)
  const path = `/suivi${language && `?langue=${language}`}`
  const opened = await browser.post(path, { code })
  expect([opened.status, opened.location]).toEqual([303, path])
  return browser
}

const lines = async (id: string) => {
  const { rows } = await sql<{
    kind: string
    actor: string
    words: string
    by_code: string
    recorded_by: string
  }>`
    select kind, actor, words, by_code, recorded_by from union_space.complaint_event
    where complaint_id = ${id} order by recorded_at, id`.execute(t.owner)
  return rows
}

describe('a household with its code', () => {
  it('reads its wait, both clocks, who must act and what happened', async () => {
    const { code } = await liveComplaint()
    const browser = await open(code.toLowerCase().replace(/^(.{5})/, '$1-'))
    const { text, html, status } = await browser.get('/suivi')
    expect(status).toBe(200)
    expect(html).toContain('<html lang="fr" dir="ltr">')
    expect(text).toContain('Humidité dans la cuisine')
    expect(text).toContain('Attente en cours\u202f: au moins 143 jours')
    expect(text).toContain('au moins 143\u00a0jours')
    expect(text).toContain('50\u00a0jours')
    expect(text).toContain('À vous de dire si c’est réparé')
    expect(text).toContain('Dossier clos par le bailleur')
    expect(text).toContain('Le plafond goutte.')
  })

  it('reads no name, no home, no staircase, nobody else’s words, no note of the union', async () => {
    const { code, id } = await liveComplaint()
    const { html } = await (await open(code)).get('/suivi')
    for (const hidden of ['Inès', 'Marchand', '3e gauche', 'Escalier', 'Bâtiment', 'Gardienne', 'Secteur'])
      expect([hidden, html.includes(hidden)]).toEqual([hidden, false])
    for (const hidden of ['Parole du bailleur', 'Travaux réalisés', 'Note secrète', code, id, place.home])
      expect([hidden, html.includes(hidden)]).toEqual([hidden, false])
  })

  it('reads it in Arabic, from right to left, and in English', async () => {
    const { code } = await liveComplaint()
    const arabic = await (await open(code, 'ar')).get('/suivi?langue=ar')
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">')
    expect(arabic.text).toContain('رطوبة في المطبخ')
    expect(arabic.text).toContain('ما زلتم تنتظرون منذ ما لا يقلّ عن 143 يومًا')
    expect(arabic.text).toContain('ما لا يقلّ عن 143\u00a0يومًا')
    expect(arabic.text).toContain('أغلق المؤجِّر الملفّ')
    expect(arabic.text).toMatch(/يونيو 2026/)
    const english = await (await open(code, 'en')).get('/suivi?langue=en')
    expect(english.text).toContain('You are still waiting: at least 143 days')
    for (const { text } of [arabic, english])
      for (const french of ['horloge', 'bailleur', 'jours', 'Légende', 'Aller au'])
        expect(text).not.toContain(french)
  })

  it('says that it is repaired: its clock stops, once, under its code', async () => {
    const { code, id } = await liveComplaint()
    const browser = await open(code)
    const page = await browser.get('/suivi/repare')
    expect(page.text).toContain('Votre horloge s’arrête à ce jour')
    const before = (await lines(id)).length
    const done = await browser.post('/suivi/repare', { day: addDays(today(), -3) })
    expect([done.status, done.location]).toEqual([303, '/suivi?fait=gone'])
    const { text } = await browser.get('/suivi?fait=gone')
    expect(text).toContain('vous dites que c’est réparé')
    expect(text).toContain('Attente terminée\u202f: 140 jours')
    expect(text).not.toContain('Dire que c’est réparé')
    const [added, ...more] = (await lines(id)).slice(before)
    expect(more).toEqual([])
    expect(added).toMatchObject({ kind: 'confirmed_gone', actor: 'household', recorded_by: null })
    expect(added?.by_code).not.toBeNull()
    const { rows } = await sql<{ ending: string; ended_on: string }>`
      select ending, ended_on from union_space.complaint_state where complaint_id = ${id}`.execute(t.owner)
    expect(rows).toEqual([{ ending: 'gone', ended_on: addDays(today(), -3) }])
  })

  it('sent twice, a form is one line', async () => {
    const { code, id } = await liveComplaint()
    const browser = await open(code)
    const { html } = await browser.get('/suivi/ajouter')
    const token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const values = { form_token: token, what: 'plain', words: 'لا أحد جاء' }
    const before = (await lines(id)).length
    await Promise.all([browser.send('/suivi/ajouter', values), browser.send('/suivi/ajouter', values)])
    expect((await lines(id)).slice(before).map(({ kind, words }) => [kind, words])).toEqual([
      ['note', 'لا أحد جاء'],
    ])
  })

  it('contests the closure, adds a reminder, gives up: each as its own line', async () => {
    const { code, id } = await liveComplaint()
    const browser = await open(code)
    const before = (await lines(id)).length
    await browser.post('/suivi/contester', { words: 'Ça goutte toujours.' })
    await browser.post('/suivi/ajouter', { what: 'reminder', how: 'phone', words: '' })
    const offered = await browser.get('/suivi')
    expect(offered.text).not.toContain('Contester la clôture')
    await browser.post('/suivi/retirer', { how: 'give_up' })
    expect((await lines(id)).slice(before).map(({ kind }) => kind)).toEqual([
      'closure_contested',
      'reminder',
      'given_up',
    ])
    const SAID = [
      ['', 'Vous n’attendez plus. Vous aviez attendu au moins 143'],
      ['?langue=en', 'You are no longer waiting. You had waited at least 143'],
      ['?langue=ar', 'لم تعودوا تنتظرون'],
    ] as const
    for (const [query, words] of SAID) {
      const seen = await browser.get(`/suivi${query}`)
      expect(seen.text).toContain(words)
      expect(seen.text).not.toContain('Attente en cours')
    }
  })

  it('reads that a promise was broken, in its language', async () => {
    const { code, id } = await liveComplaint()
    await inScope(t.logins, ines.actor, async (db) => {
      const promise = { what: 'work', dueOn: addDays(today(), -5) } as const
      const made = { kind: 'promise', actor: 'landlord', channel: 'email', evidence: 'declared' } as const
      const happened = exactDay(addDays(today(), -20))
      const rest = { happened, details: { promise }, words: '', interlocutor: '' }
      const added = await addEvent(db, id, { ...made, ...rest }, { now: tick(), today: today() })
      expect(added.ok).toBe(true)
    })
    const browser = await open(code)
    const SAID = [
      ['', 'promesse non tenue'],
      ['?langue=en', 'the promise is broken'],
      ['?langue=ar', 'ولم يُوفَ بالوعد'],
    ] as const
    for (const [query, words] of SAID) {
      const { text } = await browser.get(`/suivi${query}`)
      expect(text).toContain(words)
    }
  })

  it('asks to be erased: the union reads it', async () => {
    const { code, id } = await liveComplaint()
    await (await open(code, 'ar')).post('/suivi/retirer?langue=ar', { how: 'erase' })
    expect((await lines(id)).at(-1)).toMatchObject({
      kind: 'note',
      words: expect.stringContaining('effacer') as string,
    })
  })

  it('is told what is wrong in its language, and what it wrote comes back', async () => {
    const { code } = await liveComplaint()
    const browser = await open(code, 'ar')
    const wrong = await browser.post('/suivi/ajouter?langue=ar', { what: 'reminder', words: 'كلام', how: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('اختاروا جوابًا')
    expect(wrong.text).toContain('بقي شيء واحد للتصحيح')
    expect(wrong.text).toContain('كلام')
    const future = await browser.post('/suivi/repare?langue=ar', { day: addDays(today(), 2) })
    expect([future.status, future.text.includes('لم يأتِ ذلك اليوم بعد')]).toEqual([422, true])
    const before = await browser.post('/suivi/repare', { day: '2020-02-29' })
    expect([before.status, before.text.includes('avant la première fois')]).toEqual([422, true])
  })

  it('does nothing with a form of another opening, nor after half an hour', async () => {
    const { code, id } = await liveComplaint()
    const [one, two] = [await open(code), await open(code)]
    const before = (await lines(id)).length
    const { html } = await one.get('/suivi/repare')
    const token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const forged = await two.send('/suivi/repare', { form_token: token, day: '' })
    expect([forged.status, forged.text.includes('confirmez de nouveau')]).toEqual([422, true])
    const start = clock
    clock = new Date(clock.getTime() + 31 * 60_000)
    const late = await one.send('/suivi/repare', { form_token: token, day: '' })
    expect([late.status, late.text.includes('Trente minutes ont passé')]).toEqual([403, true])
    expect((await one.get('/suivi')).text).toContain('Votre code')
    clock = start
    expect((await lines(id)).length).toBe(before)
  })

  it('closes its page on a shared telephone', async () => {
    const { code } = await liveComplaint()
    const browser = await open(code)
    expect((await browser.post('/suivi/fermer', {}, '/suivi')).text).toContain('C’est fermé')
    expect((await browser.get('/suivi')).text).not.toContain('143')
  })
})

describe('the union', () => {
  const member = (who: MadeAccount) => as(t, app, who, { now: clock })

  it('gives a code, shown once, and prints its slip; a new one revokes it', async () => {
    const { id, code: former } = await liveComplaint()
    const browser = await member(ines)
    const path = `/reclamations/${id}/code`
    const household = await open(former)
    const given = await browser.post(path, { act: 'issue' })
    const [, code = ''] = /([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5})/.exec(given.text) ?? []
    expect(code).not.toBe('')
    expect(given.html).toMatch(/<path class="dark" d="M/)
    expect((await browser.get(path)).html).not.toContain(code.replace('-', ''))
    expect((await household.get('/suivi')).text).not.toContain('143')
    await open(code)
    const slip = await browser.post(`${path}/papillon`, { code, language: 'ar' }, path)
    expect([slip.status, slip.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const revoked = await browser.post(`${path}/papillon`, { code: former, language: 'fr' }, path)
    expect(revoked.status).toBe(404)
    await browser.post(path, { act: 'revoke' })
    expect((await new Browser(app).post('/suivi', { code })).status).toBe(422)
    expect((await browser.post(path, { act: 'revoke' }, '/aujourdhui')).status).toBe(422)
  })

  it('undoes what was said with a code, for seven days; both lines stay', async () => {
    const { id, code } = await liveComplaint()
    const household = await open(code)
    await household.post('/suivi/repare', { day: '' })
    const browser = await member(ines)
    const path = `/reclamations/${id}/actes-par-code`
    expect((await browser.get(path)).text).toContain('Le foyer dit que c’est réparé')
    const done = await browser.post(path)
    expect(done.status).toBe(303)
    expect((await browser.get(path)).text).toContain('Annulé le')
    const seen = await household.get('/suivi')
    expect(seen.text).toContain('Attente en cours')
    expect(seen.text).toContain('Ligne retirée par l’union le 20 novembre 2026')
    expect((await lines(id)).map(({ kind }) => kind).slice(-2)).toEqual(['confirmed_gone', 'retraction'])
  })

  it('no longer undoes it on the eighth day', async () => {
    const { id, code } = await liveComplaint()
    await (await open(code)).post('/suivi/retirer', { how: 'give_up' })
    const path = `/reclamations/${id}/actes-par-code`
    const browser = await member(ines)
    const { html } = await browser.get(path)
    const event = /name="event" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const start = clock
    clock = new Date(clock.getTime() + 7 * 86_400_000 + 1000)
    const later = await as(t, app, ines, { now: clock })
    expect((await later.get(path)).text).not.toContain('Possible jusqu’au')
    const late = await later.post(path, { event }, '/aujourdhui')
    expect([late.status, late.text.includes('Sept jours ont passé')]).toEqual([422, true])
    clock = start
    expect((await lines(id)).at(-1)?.kind).toBe('given_up')
  })

  it.each([
    ['a treasurer', 'union', 'treasurer'],
    ['a desk contact', 'desk', 'contact'],
  ] as const)('is the only one to see any of it: not %s', async (_who, kind, circle) => {
    const { id } = await liveComplaint()
    const space = kind === 'union' ? union : await makeSpace(t, 'desk', 'Bailleur curieux')
    const browser = await member(await makeMember(t, space, 'Gil', circle))
    for (const path of ['code', 'actes-par-code'])
      expect((await browser.get(`/reclamations/${id}/${path}`)).status).toBe(404)
    expect((await browser.post(`/reclamations/${id}/code`, { act: 'issue' }, '/aujourdhui')).status).toBe(404)
    const { rows } = await sql`select 1 from union_space.follow_up_code where complaint_id = ${id}`.execute(
      t.owner,
    )
    expect(rows).toHaveLength(1)
  })
})
