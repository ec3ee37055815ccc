import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CIRCLES } from '../../access/circles.ts'
import { schemaOf, SPACE_KINDS, type SpaceKind } from '../../db/logins.ts'
import { newId } from '../../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  addMember,
  type App,
  as,
  makeAccount,
  makeMember,
  makeSpace,
  type MadeSpace,
  secretsOfTests,
  testApp,
} from '../../../tools/testing/people.ts'

let t: TestDatabase
let app: App
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
})
afterAll(() => t.stop())

const INVITE = '/espace/membres/inviter'
const letterTo = (name: string, email: string, circle = 'organiser', days = '7') => ({
  name,
  email,
  circle,
  days,
})

type Invitation = { id: string; email: string; name: string; circle: string; hash: Buffer; open: boolean }
async function invitationsOf(space: MadeSpace): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select id, email, name, circle, hash, accepted_at is null and withdrawn_at is null as open
    from ${sql.id(schemaOf(space.kind), 'invitation')} where space_id = ${space.spaceId} order by invited_at, id`.execute(
    t.owner,
  )
  return rows
}

/** The links in the letters to this address, the oldest first: what its reader would click. */
async function tokensSentTo(email: string): Promise<string[]> {
  const { rows } = await sql<{ body: Buffer }>`
    select body_sealed as body from keyring.mail where recipient = ${email} order by created_at, id`.execute(
    t.owner,
  )
  return rows.map(({ body }) => /\/invitation\/(\S+)/.exec(secretsOfTests.open(body))?.[1] ?? '')
}

async function unionWith(name: string, kind: SpaceKind = 'union') {
  const space = await makeSpace(t, kind, name)
  const ana = await makeMember(t, space, 'Ana', 'administrator')
  return { space, ana, browser: await as(t, app, ana) }
}

describe('inviting', () => {
  it('goes from a letter to a member, who then leaves: what was theirs stays, the door closes at once', async () => {
    const { space, browser } = await unionWith('Union des Tilleuls')
    const sent = await browser.post(INVITE, letterTo('Inès Valdour', '  Ines@Exemple.TEST '))
    expect([sent.status, sent.location]).toEqual([303, '/espace/membres'])
    expect((await browser.get('/espace/membres')).text).toContain('ines@exemple.test')

    const [token = ''] = await tokensSentTo('ines@exemple.test')
    expect((await invitationsOf(space))[0]?.hash).toEqual(secretsOfTests.hash('invitation', token))
    const accepted = await sql<{ account_id: string }>`
      select account_id from keyring.accept_invitation(${secretsOfTests.hash('invitation', token)}, now(), ${newId(new Date())}, ${newId(new Date())})`.execute(
      t.logins.public,
    )
    const accountId = accepted.rows[0]?.account_id ?? ''
    const ines = await as(t, app, { accountId })
    expect((await ines.get('/espace')).text).toContain('Inès Valdour')
    expect((await browser.get('/espace/membres')).text).toMatch(
      /Inès Valdour Organisation ines@exemple\.test .* Ana/,
    )

    const gone = await browser.post(`/espace/membres/${accountId}`, { act: 'depart', confirmed: 'oui' })
    expect(gone.status).toBe(303)
    expect((await ines.get('/espace')).location).toBe('/espaces') // the session lives, the space is closed
    expect((await ines.get('/personnes')).status).not.toBe(200)
    const { rows } = await sql`select 1 from union_space.membership where account_id = ${accountId}`.execute(
      t.owner,
    )
    expect(rows).toHaveLength(1) // the row stays, ended
    expect((await browser.get('/espace/membres')).text).not.toContain('Inès Valdour')
  })

  it('sends again with a new link, and the old one opens nothing', async () => {
    const { space, browser } = await unionWith('Union du renvoi')
    await browser.post(INVITE, letterTo('Léo', 'leo@exemple.test'))
    const [invitation] = await invitationsOf(space)
    const again = await browser.post(`/espace/invitations/${invitation?.id}`, { act: 'resend' })
    expect(again.status).toBe(303)
    const [first = '', second = ''] = await tokensSentTo('leo@exemple.test')
    const found = async (token: string) =>
      (
        await sql`select 1 from keyring.find_invitation(${secretsOfTests.hash('invitation', token)}, now())`.execute(
          t.logins.public,
        )
      ).rows.length
    expect(first).not.toBe(second)
    expect(await found(first)).toBe(0)
    expect(await found(second)).toBe(1)
  })

  it('takes an invitation back once, and says so the second time', async () => {
    const { space, browser } = await unionWith('Union du retrait')
    await browser.post(INVITE, letterTo('Max', 'max@exemple.test'))
    const path = `/espace/invitations/${(await invitationsOf(space))[0]?.id}`
    expect((await browser.post(path, { act: 'withdraw' })).status).toBe(303)
    expect((await browser.get(path)).text).toContain('retirée')
    const twice = await browser.post(path, { act: 'withdraw' })
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('n’attend plus')])
  })

  it('does not write twice to the same person for the same circle, however the address is written', async () => {
    const { space, browser } = await unionWith('Union du doublon')
    await browser.post(INVITE, letterTo('Zoé', 'zoe@exemple.test'))
    const twice = await browser.post(INVITE, letterTo('Zoé', 'ZOE@exemple.test'))
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('attend déjà')])
    expect(await tokensSentTo('zoe@exemple.test')).toHaveLength(1)
    expect((await browser.post(INVITE, letterTo('Zoé', 'zoe@exemple.test', 'officer'))).status).toBe(303)
    const both = await Promise.all(
      [1, 2].map(() => browser.post(INVITE, letterTo('Ida', 'ida@exemple.test'))),
    )
    expect(both.map((b) => b.status).toSorted((a, b) => a - b)).toEqual([303, 422])
    expect((await invitationsOf(space)).filter((i) => i.email === 'ida@exemple.test')).toHaveLength(1)
  })

  it('makes room for a new letter once the old one has expired', async () => {
    const { space, browser } = await unionWith('Union du retard')
    await browser.post(INVITE, letterTo('Noé', 'noe@exemple.test'))
    await sql`update union_space.invitation set expires_at = now() - interval '1 day' where space_id = ${space.spaceId}`.execute(
      t.owner,
    )
    expect((await browser.get('/espace/membres')).text).toContain('expirée')
    expect((await browser.post(INVITE, letterTo('Noé', 'noe@exemple.test'))).status).toBe(303)
    expect((await invitationsOf(space)).map((i) => i.open)).toEqual([false, true])
  })

  it.each([
    ['a forged circle', { circle: 'superuser' }, 'Choisissez un cercle de cet espace'],
    ['a circle of another kind', { circle: 'decision_owner' }, 'Choisissez un cercle de cet espace'],
    ['no circle', { circle: '' }, 'Choisissez un cercle'],
    ['no name', { name: ' \t ' }, 'Écrivez le nom'],
    ['half an address', { email: 'ana@' }, 'n’est pas complète'],
    ['two addresses', { email: 'a@exemple.test,b@exemple.test' }, 'n’est pas complète'],
    ['no day', { days: '0' }, 'au moins 1 jour'],
    ['a month and a day', { days: '31' }, 'au plus 30 jours'],
    ['days in words', { days: 'sept' }, 'Donnez un nombre de jours'],
    ['a name of 301 signs', { name: 'é'.repeat(301) }, 'trop long'],
  ])('refuses %s, and gives back what was typed', async (what, wrong, sentence) => {
    const { space, browser } = await unionWith(`Union du refus : ${what}`)
    const page = await browser.post(INVITE, { ...letterTo('Prénom gardé', 'garde@exemple.test'), ...wrong })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(sentence)])
    expect(page.html).toContain('name' in wrong ? 'garde@exemple.test' : 'Prénom gardé')
    expect(await invitationsOf(space)).toHaveLength(0)
  })

  it.each([
    'Zoé d’Aubigné–Ça',
    '👩🏽‍🌾 Rosa',
    'فاطمة الزهراء',
    '<script>alert(1)</script>',
    '"><b onclick=x>',
    '𝒜'.repeat(300),
  ])('keeps the name %s as written, and shows it as text', async (name) => {
    const { space, browser } = await unionWith(`Union de ${name.slice(0, 20)}`)
    expect((await browser.post(INVITE, letterTo(name, 'nom@exemple.test'))).status).toBe(303)
    expect((await invitationsOf(space))[0]?.name).toBe(name)
    const page = await browser.get('/espace/membres')
    expect(page.html).toContain(
      `<bdi>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</bdi>`,
    )
  })
})

it('lists a person once, with all their circles', async () => {
  const { space, browser } = await unionWith('Union des cumuls')
  await makeMember(t, space, 'Maryse', 'officer', 'administrator')
  const page = await browser.get('/espace/membres')
  expect(page.text).toMatch(/Maryse (Bureau, Administration|Administration, Bureau) /)
  expect(page.html.match(/<bdi>Maryse<\/bdi>/g)).toHaveLength(1)
})

describe('who may not', () => {
  it('shows no administrator’s page to a contact of a desk, and takes no form from them', async () => {
    const { space } = await unionWith('Bailleur fermé', 'desk')
    const gil = await makeMember(t, space, 'Gil', 'contact')
    const browser = await as(t, app, gil)
    const pages = [
      '/espace/membres',
      INVITE,
      '/espace/reglages',
      '/espace/journal',
      `/espace/membres/${gil.accountId}`,
    ]
    for (const path of [...pages, '/espace/organisations/nouvelle', '/espace/presentation'])
      expect([path, (await browser.get(path)).status]).toEqual([path, 404])
    for (const path of [INVITE, `/espace/membres/${gil.accountId}`])
      expect((await browser.post(path, letterTo('Eve', 'eve@exemple.test'), '/espace/quitter')).status).toBe(
        404,
      )
    expect(await invitationsOf(space)).toHaveLength(0)
    expect((await browser.get('/espace')).text).toContain('Bailleur fermé')
  })

  it('does not know members and invitations of another space', async () => {
    const ours = await unionWith('Union voisine A')
    const theirs = await unionWith('Union voisine B')
    await theirs.browser.post(INVITE, letterTo('Paul', 'paul@exemple.test'))
    const [letter] = await invitationsOf(theirs.space)
    for (const path of [`/espace/membres/${theirs.ana.accountId}`, `/espace/invitations/${letter?.id}`]) {
      expect((await ours.browser.get(path)).status).toBe(404)
      const act = path.includes('invitations') ? { act: 'withdraw' } : { act: 'depart', confirmed: 'oui' }
      expect((await ours.browser.post(path, act, '/espace/quitter')).status).toBe(404)
    }
    expect((await invitationsOf(theirs.space))[0]?.open).toBe(true) // the row is really there
    expect((await theirs.browser.get('/espace')).status).toBe(200)
  })

  it('shows an administrator accounts and settings, not contents', async () => {
    const { space, browser } = await unionWith('Union du secret')
    await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on)
      values (${space.spaceId}, ${newId(new Date())}, 'Amina', 'amina', '2026-11-01')`.execute(t.owner)
    for (const path of ['/personnes', '/recherche', '/recu']) {
      const page = await browser.get(path)
      expect(page.text).not.toContain('Amina')
      expect([path, page.status]).toEqual([path, 404])
    }
  })
})

describe('a circle belongs to its kind', () => {
  it('is checked by the database, for memberships and invitations of every kind', async () => {
    for (const kind of SPACE_KINDS) {
      const space = await makeSpace(t, kind, `Espace ${kind}`)
      const account = await makeAccount(t, 'Ana')
      await addMember(t, space, account, ...CIRCLES[kind])
      const foreign = SPACE_KINDS.flatMap((k) => [...CIRCLES[k]]).filter(
        (c) => !(CIRCLES[kind] as readonly string[]).includes(c),
      )
      for (const circle of [...foreign, '', 'Administrator'])
        await expect(
          sql`insert into ${sql.id(schemaOf(kind), 'membership')}
            (space_id, id, account_id, account_name, account_email, circle, since)
            values (${space.spaceId}, ${newId(new Date())}, ${account.accountId}, 'Ana', 'a@b.c', ${circle}, now())`.execute(
            t.owner,
          ),
        ).rejects.toThrow('membership_circle_is_of_its_kind')
      await expect(
        sql`insert into ${sql.id(schemaOf(kind), 'invitation')}
          (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at)
          values (${space.spaceId}, ${newId(new Date())}, 'x', 'a@b.c', 'Ana', ${foreign[0]}, ${newId(new Date())}, now(), now())`.execute(
          t.owner,
        ),
      ).rejects.toThrow('invitation_circle_is_of_its_kind')
    }
  })
})
