import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, hiddenFields } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { newId } from '../../kernel/ids.ts'

const NEW = '/reclamations/nouvelle'
const NOON = new Date('2026-11-22T11:00:00Z')
let t: TestDatabase
let house: Tilleuls
beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => NOON)
  await sql`insert into directory.nomenclature (code, parent_code, label, retired_on)
    values ('damp.cellar', 'damp', 'Dans la cave', '2026-01-01')`.execute(t.owner)
})
afterAll(() => t.stop())

/** What the form sends when nobody touched it. */
const told = {
  problem: 'damp.kitchen',
  words: '',
  since: '',
  told_on: '2 juillet 2026',
  told_channel: 'caretaker',
  told_to: 'la gardienne',
  told_evidence: 'declared',
  person_name: '',
  person_phone: '',
  assigned_to: '',
  follow_up_on: '',
}
const here = () => ({ place: `home:${house.ids.home}` })
const countOf = async (words: string): Promise<number> =>
  (await sql`select 1 from union_space.complaint where words = ${words}`.execute(t.owner)).rows.length

describe('an organiser notes a complaint', () => {
  it('in one sending, from the page of a home: place, what, since when, to whom, words, who, agreements', async () => {
    const { ines, ids } = house
    const home = await ines.get(`/lieux/logements/${ids.home}`)
    const path = `${NEW}?logement=${ids.home}`
    expect(home.html).toContain(`href="${path}"`)
    const page = await ines.get(path)
    expect(page.text).toContain('Lieu\u202f: 3e gauche, entrée 14, Bâtiment C, Les Tilleuls')
    expect(page.text).toMatch(/Pas le nom d’autres personnes.*À dire au foyer.*trois ans.*CNIL/)
    const done = await ines.send(NEW, {
      ...told,
      ...hiddenFields(page.html, ''),
      words: 'Le plafond goutte dans l’évier.',
      since: 'printemps 2026',
      person_name: 'Nadia Benali',
      person_phone: '06 12 00 00 01',
      kept: 'oui',
      collective_demand: 'oui',
      assigned_to: ids.karim,
      follow_up_on: '2026-12-01',
    })
    expect(done.status).toBe(303)
    const complaint = await house.karim.get(done.location ?? '')
    expect(complaint.text).toContain('Humidité et moisissures\u202f: dans la cuisine')
    expect(complaint.text).toContain('Attente en cours\u202f: au moins 143 jours')
    expect(complaint.text).toContain(
      'Premier signalement\u202f: 2 juillet 2026, auprès de «\u202fla gardienne\u202f»',
    )
    expect(complaint.text).toMatch(/Au bailleur d’agir depuis le 2 juillet 2026 \(143.jours\)/)
    expect(complaint.text).toContain('Le plafond goutte dans l’évier.')
    expect(complaint.text).toContain('Le problème dure depuis printemps 2026')
    expect(complaint.text).toMatch(/Confiée à Karim À relancer le 1er décembre 2026/)
    expect(complaint.text).toMatch(
      /Nadia Benali.*Garder mes coordonnées Compter dans une demande collective Ses accords/,
    )
    expect(complaint.text).not.toContain('Citer mes mots')
    const lives = await ines.get(`/lieux/logements/${ids.home}`)
    expect(lives.text).toContain('Nadia Benali')
  })

  it('with words for the place: homes, the staircase, the building and the estate to choose from', async () => {
    const asked = await house.karim.post(NEW, {
      ...told,
      place_words: 'lilas 14',
      words: 'la cage est noire',
    })
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Encore une étape')])
    expect(asked.html).not.toContain('à corriger')
    expect(asked.text).toContain('Parties communes\u202f: entrée 14, Bâtiment C, Les Tilleuls')
    expect(asked.html).toContain(`value="staircase:${house.ids.staircase}"`)
    expect(asked.html).toContain('la cage est noire')
    const sent = { ...told, ...hiddenFields(asked.html, ''), words: 'la cage est noire', problem: 'daylight' }
    const done = await house.karim.send(NEW, { ...sent, place: `staircase:${house.ids.staircase}` })
    expect(done.status).toBe(303)
    expect((await house.karim.get(done.location ?? '')).text).toMatch(
      /entrée 14 › Parties communes Éclairement/,
    )
    const home = await house.karim.post(NEW, { ...told, place_words: '3e gauche lilas' })
    expect(home.html).toContain(`value="home:${house.ids.home}"`)
  })

  it('not told yet: no clock runs, and the page says what to do', async () => {
    const done = await house.ines.post(NEW, {
      ...told,
      ...here(),
      told_on: '',
      not_told: 'oui',
      words: 'On n’ose pas.',
    })
    const page = await house.ines.get(done.location ?? '')
    expect(page.text).toMatch(/Pas encore signalée au bailleur.*Noter le premier signalement/)
    expect(page.text).toContain('«\u202fOn n’ose pas.\u202f»')
    expect(page.text).not.toContain('Deux horloges')
  })

  it.each([
    ['mars 2026', 'au moins 236 jours Peut-être 266', 'a month'],
    ['avant 2024', 'au moins 1057 jours', 'no floor: nothing more is claimed'],
    ['vers le 10 août 2026', 'au moins 97 jours Peut-être 111', 'about a day'],
  ])('told «%s»: %s (%s)', async (day, wait) => {
    const done = await house.ines.post(NEW, { ...told, ...here(), told_on: day })
    const { text } = await house.ines.get(done.location ?? '')
    expect(text).toContain(wait)
  })

  it('about somebody of that home who is known already', async () => {
    const first = await house.ines.post(NEW, { ...told, ...here(), person_name: 'Rosa Lima' })
    expect(first.status).toBe(303)
    const page = await house.karim.get(`${NEW}?logement=${house.ids.home}`)
    const id = /value="([0-9a-f-]{36})"\/><span>Rosa Lima/.exec(page.html)?.[1] ?? ''
    const sent = { ...told, ...hiddenFields(page.html, ''), person_id: id, called_back: 'oui' }
    const done = await house.karim.send(NEW, sent)
    expect([done.status, done.text]).toEqual([303, expect.anything()])
    expect((await house.karim.get(done.location ?? '')).text).toMatch(/Rosa Lima Me rappeler/)
    const from = await house.karim.get(`/personnes/${id}`)
    expect(from.html).toContain(`/reclamations/nouvelle?personne=${id}&amp;logement=${house.ids.home}`)
  })

  it('of the same name as somebody known: that person is shown first, and nothing is written twice', async () => {
    await house.ines.post(NEW, { ...told, ...here(), person_name: 'Zoé Martin' })
    const again = await house.ines.post(NEW, {
      ...told,
      ...here(),
      person_name: 'zoe martin',
      words: 'encore',
    })
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('Est-ce l’une de ces personnes'),
    ])
    expect(await countOf('encore')).toBe(0)
    const sent = {
      ...told,
      ...hiddenFields(again.html, ''),
      person_name: 'zoe martin',
      words: 'encore',
      another: 'oui',
    }
    expect((await house.ines.send(NEW, sent)).status).toBe(303)
    expect(await countOf('encore')).toBe(1)
  })

  it('told before the trouble was known, in Arabic, with markup and three hundred letters: kept as said', async () => {
    const words = 'السقف يقطر منذ الشتاء <script>alert(1)</script> ' + 'é'.repeat(300)
    const done = await house.ines.post(NEW, { ...told, ...here(), words, told_to: 'x'.repeat(300) })
    const page = await house.ines.get(done.location ?? '')
    expect(page.text).toContain(words)
    expect(page.html).not.toContain('<script>alert')
    expect(page.text).toContain('x'.repeat(300))
  })
})

describe('what cannot be kept comes back with what was typed', () => {
  const NOBODY = newId(new Date())
  it.each<[Record<string, string>, string, string, string]>([
    [{ told_on: '' }, 'told_on', 'Écrivez quand le bailleur l’a su', 'no first telling, and not said so'],
    [{ not_told: 'oui' }, 'told_on', 'soit pas encore signalé, soit la date', 'both at once'],
    [{ told_on: 'demain' }, 'told_on', 'comme vous vous en souvenez', 'not a date that was'],
    [{ told_on: '25/12/2026' }, 'told_on', 'n’est pas encore passée', 'a day to come'],
    [{ told_on: '1899' }, 'told_on', 'Palier compte à partir de 1900', 'before there is a calendar'],
    [{ told_on: '29/02/2025' }, 'told_on', 'comme vous vous en souvenez', 'no such day'],
    [{ since: '2099' }, 'since', 'n’est pas encore passée', 'a trouble to come'],
    [{ problem: '' }, 'problem', 'Choisissez de quoi il s’agit', 'nothing chosen'],
    [{ problem: 'nothing.known' }, 'problem', 'Choisissez de quoi il s’agit', 'a code of nowhere'],
    [{ problem: 'damp.cellar' }, 'problem', 'n’est plus dans la nomenclature', 'a code that was retired'],
    [{ place: 'home:x' }, 'place_words', 'Écrivez quelques mots', 'no place'],
    [{ place: `home:${NOBODY}` }, 'place_words', 'pas connu de votre union', 'a home of nobody'],
    [{ told_to: 'x'.repeat(301) }, 'told_to', '300 caractères', 'too long'],
    [{ words: 'x'.repeat(4001) }, 'words', '4\u202f000 caractères', 'too long'],
    [{ told_channel: 'pigeon' }, 'told_channel', 'moyen dans la liste', 'not in the list'],
    [{ kept: 'oui' }, 'person_name', 'Un accord est celui de quelqu’un', 'an agreement of nobody'],
    [{ person_name: 'A', person_phone: 'chez lui' }, 'person_phone', 'seulement le numéro', 'no number'],
    [{ person_id: NOBODY }, 'person_name', 'Cette fiche n’existe plus', 'a person of nobody'],
    [{ assigned_to: NOBODY }, 'assigned_to', 'ne suit plus les réclamations', 'given to a stranger'],
    [{ follow_up_on: '2026-11-21' }, 'follow_up_on', 'Ce jour est passé', 'to come back to yesterday'],
    [{ follow_up_on: '2026-02-30' }, 'follow_up_on', 'n’existe pas', 'no such day'],
  ])('%o: beside %s, «%s» (%s)', async (values, field, sentence) => {
    const words = values['words'] ?? `refus ${field} ${sentence}`
    const page = await house.ines.post(NEW, { ...told, ...here(), words, ...values })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(sentence)])
    expect(page.html).toContain(`id="${field}-erreur"`)
    expect(page.html).toContain(words.slice(0, 40))
    expect(await countOf(words)).toBe(0)
  })

  it('a retired code is not offered', async () => {
    const { html } = await house.ines.get(NEW)
    expect(html).toContain('<optgroup label="Humidité et moisissures">')
    expect(html).toContain('value="damp.kitchen"')
    expect(html).not.toContain('damp.cellar')
  })

  it('sent twice, it is one complaint', async () => {
    const sent = {
      ...told,
      ...here(),
      ...hiddenFields((await house.ines.get(NEW)).html, ''),
      words: 'deux fois',
    }
    const both = await Promise.all([1, 2].map(() => house.ines.send(NEW, { ...sent, ...here() })))
    expect(both.map((page) => page.location)).toEqual([both[0]?.location, both[0]?.location])
    expect(await countOf('deux fois')).toBe(1)
  })

  it('after the session ended, what was typed comes back', async () => {
    const who = { accountId: house.ids.karim }
    const browser = await as(t, house.app, who, { now: NOON })
    const sent = {
      ...told,
      ...hiddenFields((await browser.get(NEW)).html, ''),
      ...here(),
      words: 'écrit trop tard',
    }
    await sql`update keyring.session set ended_at = now() where account_id = ${house.ids.karim}`.execute(
      t.owner,
    )
    expect((await browser.send(NEW, sent)).location).toMatch(/^\/entrer/)
    browser.cookies.set('palier', (await as(t, house.app, who, { now: NOON })).cookies.get('palier') ?? '')
    expect((await browser.get(NEW)).html).toContain('écrit trop tard')
    expect(await countOf('écrit trop tard')).toBe(0)
    house.karim.cookies.set('palier', browser.cookies.get('palier') ?? '')
  })
})
