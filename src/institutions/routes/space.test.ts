import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CIRCLES } from '../../access/circles.ts'
import { inScope } from '../../access/scope.ts'
import { SPACE_KINDS } from '../../db/logins.ts'
import { newId } from '../../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { readJournal } from '../store/journal.ts'
import { circleWords } from '../words.fr.ts'

let t: TestDatabase
let app: App
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
})
afterAll(() => t.stop())

async function settingsOf({ spaceId }: MadeSpace) {
  const { rows } = await sql`select name, requires_second_factor as factor, staircase_word as word
    from union_space.space where space_id = ${spaceId}`.execute(t.owner)
  return rows[0]
}

it('has French for every circle of every kind of space, and for no other', () => {
  for (const kind of SPACE_KINDS)
    expect(Object.keys(circleWords[kind] ?? {}).toSorted()).toEqual([...CIRCLES[kind]].toSorted())
})

it('says what the space is, and each circle with who is in it', async () => {
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const farid = await makeMember(t, union, 'Farid Montel', 'treasurer')
  const page = await (await as(t, app, farid)).get('/espace')
  expect(page.text).toMatch(/Trésorerie Tient la caisse\. Ne lit pas les fiches des personnes\. Farid Montel/)
  expect(page.text).not.toContain('Journal')
})

describe('settings', () => {
  const wanted = { name: 'Union renommée', staircase_word: 'montée' }

  it('are changed by an administrator', async () => {
    const union = await makeSpace(t, 'union', 'Union à régler')
    const ana = await makeMember(t, union, 'Ana', 'administrator')
    expect((await (await as(t, app, ana)).post('/espace/reglages', wanted)).status).toBe(303)
    expect(await settingsOf(union)).toEqual({ name: 'Union renommée', factor: false, word: 'montée' })
  })

  it('do not require of others a second factor that one does not have', async () => {
    const union = await makeSpace(t, 'union', 'Union à facteur')
    const ana = await makeMember(t, union, 'Ana', 'administrator')
    const form = { ...wanted, requires_second_factor: 'oui' }
    const without = await (await as(t, app, ana)).post('/espace/reglages', form)
    expect([without.status, without.text]).toEqual([
      422,
      expect.stringContaining('Ajoutez d’abord un second facteur'),
    ])
    expect(await settingsOf(union)).toMatchObject({ name: 'Union à facteur', factor: false })
    await sql`update keyring.account set totp_sealed = 'sealed' where id = ${ana.accountId}`.execute(t.owner)
    const browser = await as(t, app, ana, { secondFactor: true })
    expect((await browser.post('/espace/reglages', form)).status).toBe(303)
    expect(await settingsOf(union)).toMatchObject({ factor: true })
    expect((await browser.get('/espace')).status).toBe(200) // she did not shut herself out
  })

  it.each([
    ['an empty name', { ...wanted, name: ' ' }],
    ['a word nobody proposed', { ...wanted, staircase_word: 'colonne' }],
  ])('refuse %s', async (what, form) => {
    const union = await makeSpace(t, 'union', `Union ${what}`)
    const ana = await makeMember(t, union, 'Ana', 'administrator')
    expect((await (await as(t, app, ana)).post('/espace/reglages', form)).status).toBe(422)
    expect(await settingsOf(union)).toMatchObject({ name: `Union ${what}` })
  })
})

describe('leaving', () => {
  it('tells the only administrator to name somebody first, then lets her go', async () => {
    const union = await makeSpace(t, 'union', 'Union de la passation')
    const ana = await makeMember(t, union, 'Ana', 'administrator', 'officer')
    const bea = await makeMember(t, union, 'Béa', 'organiser')
    const browser = await as(t, app, ana)
    const alone = await browser.post('/espace/quitter', { confirmed: 'oui' })
    expect([alone.status, alone.text]).toEqual([
      422,
      expect.stringContaining('Nommez d’abord une deuxième personne'),
    ])
    const named = await browser.post(`/espace/membres/${bea.accountId}`, {
      act: 'add',
      circle: 'administrator',
    })
    expect(named.status).toBe(303)
    const left = await browser.post('/espace/quitter', { confirmed: 'oui' })
    expect([left.status, left.location]).toEqual([303, '/espaces'])
    expect((await browser.get('/espace')).status).toBe(303)
    expect((await (await as(t, app, bea)).get('/espace/membres')).text).not.toMatch(/Ana Administration/)
  })

  it('does nothing without the box ticked, nor with a token of another session', async () => {
    const union = await makeSpace(t, 'union', 'Union du doute')
    const gil = await makeMember(t, union, 'Gil', 'steward')
    const browser = await as(t, app, gil)
    expect((await browser.post('/espace/quitter')).status).toBe(422)
    expect((await browser.send('/espace/quitter', { confirmed: 'oui', form_token: 'x.y' })).status).toBe(403)
    expect((await browser.get('/espace')).status).toBe(200)
  })
})

describe('an administrator', () => {
  it('reads no content, by any page or query', async () => {
    const union = await makeSpace(t, 'union', 'Union discrète')
    const jo = await makeMember(t, union, 'Jo', 'administrator')
    const ines = await makeMember(t, union, 'Inès', 'organiser')
    const id = newId(new Date())
    await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on)
      values (${union.spaceId}, ${id}, 'Amina', 'amina', '2026-11-01')`.execute(t.owner)
    const peopleSeenBy = (actor: typeof jo.actor) =>
      inScope(t.logins, actor, (db) => db.sql.selectFrom('person').select('name').execute())
    expect(await peopleSeenBy(ines.actor)).toEqual([{ name: 'Amina' }]) // the row is really there
    expect(await peopleSeenBy(jo.actor)).toEqual([])
    const browser = await as(t, app, jo)
    for (const path of ['/personnes', `/personnes/${id}`, '/recu'])
      expect([path, (await browser.get(path)).status]).toEqual([path, 404])
  })
})

describe('the journal', () => {
  it('says who did what and when, by person and by row, in pages of fifty', async () => {
    const union = await makeSpace(t, 'union', 'Union du journal')
    const ana = await makeMember(t, union, 'Ana', 'administrator')
    const bea = await makeMember(t, union, 'Béa', 'administrator')
    const browser = await as(t, app, ana)
    await browser.post('/espace/reglages', { name: 'Union du journal', staircase_word: 'cage' })
    for (let i = 0; i < 60; i++)
      await sql`update union_space.space set staircase_word = 'allée' where space_id = ${union.spaceId}`.execute(
        t.owner,
      )
    const first = await browser.get('/espace/journal')
    expect(first.html.match(/<th scope="row"/g)).toHaveLength(50)
    expect(first.text).toContain('Page 1 sur 2')
    const hers = await browser.get(`/espace/journal?personne=${ana.accountId}`)
    expect(hers.text).toMatch(/Ana Modification réglages de l’espace/)
    expect(hers.html.match(/<th scope="row"/g)).toHaveLength(1)
    expect((await browser.get(`/espace/journal?personne=${bea.accountId}`)).text).toContain('Aucune ligne')
    const ofSpace = await browser.get(`/espace/journal?ligne=${union.spaceId}&page=2`)
    expect(ofSpace.text).toContain('Page 2 sur 2')
    for (const bad of ['page=0', 'page=x', 'personne=1', 'ligne=%00'])
      expect([bad, (await browser.get(`/espace/journal?${bad}`)).status]).toEqual([bad, 404])
  })

  it('names rows by the end of their identifier, and leads only to pages that whoever reads may open', async () => {
    const union = await makeSpace(t, 'union', 'Union des renvois')
    const ana = await makeMember(t, union, 'Ana', 'administrator')
    const both = await makeMember(t, union, 'Béa', 'administrator', 'organiser')
    const id = newId(new Date())
    await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on)
      values (${union.spaceId}, ${id}, 'Amina', 'amina', '2026-11-01')`.execute(t.owner)
    const [hers, theirs] = [
      await (await as(t, app, ana)).get('/espace/journal'),
      await (await as(t, app, both)).get('/espace/journal'),
    ]
    for (const page of [hers, theirs]) {
      expect(page.text).toMatch(new RegExp(`Ajout fiche d’une personne …${id.slice(-8)}`))
      expect(page.text).not.toContain(id)
    }
    expect(hers.html).not.toContain(`/personnes/${id}`)
    expect(theirs.html).toContain(`<a href="/personnes/${id}">fiche d’une personne</a>`)
    expect((await (await as(t, app, both)).get(`/personnes/${id}`)).status).toBe(200)
  })

  it('of one space says nothing of another', async () => {
    const [ours, theirs] = [await makeSpace(t, 'union', 'Union J1'), await makeSpace(t, 'union', 'Union J2')]
    const ana = await makeMember(t, ours, 'Ana', 'administrator')
    await makeMember(t, theirs, 'Ève', 'administrator')
    const seen = await inScope(t.logins, ana.actor, (db) => readJournal(db, { rowId: theirs.spaceId }, 1))
    expect(seen.count).toBe(0)
    const { rows } = await sql`select 1 from union_space.audit_line where row_id = ${theirs.spaceId}`.execute(
      t.owner,
    )
    expect(rows).toHaveLength(1) // the line is really there
  })
})
