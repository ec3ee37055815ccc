import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import { as, Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'
import { REGISTER } from '../domain/register.ts'

let t: TestDatabase
let visitor: Browser
beforeAll(async () => {
  t = await testDatabase()
  visitor = new Browser(testApp(t, {}, () => new Date('2026-11-23T10:00:00Z')))
})
afterAll(() => t.stop())

describe('the register of deadlines', () => {
  test('is read by somebody who did not sign in, each rule with its kind and who has checked it', async () => {
    const page = await visitor.get('/delais')
    expect(page.status).toBe(200)
    for (const { title } of REGISTER) expect(page.text).toContain(title)
    expect(page.text).toContain('à vérifier par un·e juriste')
    expect(page.text).toContain('pas de chiffre')
    expect(page.text).toContain('hors du fil')
    expect(page.text).not.toContain('Chartes des bailleurs')
  })

  test('is sorted by kind and by what a demand is about', async () => {
    const page = await visitor.get('/delais?famille=equipment.lift&type=L')
    expect(page.text).toContain('Ascenseur')
    expect(page.text).not.toContain('Right to Repair')
    expect(page.text).not.toContain('Loi d’Awaab')
    const none = await visitor.get('/delais?famille=telecom&type=C')
    expect(none.text).toContain('Aucun délai connu ne correspond')
  })

  test('shows a foreign norm as a mark that binds elsewhere, never as law', async () => {
    const page = await visitor.get('/delais/awaab_investigation')
    expect(page.html).toContain('class="type R"')
    expect(page.text).toContain('Angleterre, et pas en France')
    expect(page.html).not.toContain('class="type L"')
  })

  test('says that there is no figure where there is none, and offers nothing to compute', async () => {
    const page = await visitor.get('/delais/upkeep_without_figure')
    expect(page.text).toContain('La loi ne donne aucun chiffre')
    expect(page.html).not.toContain('name="depart"')
  })

  test('law that was not found carries no claim of law', async () => {
    const page = await visitor.get('/delais/heating_repair_without_figure')
    expect(page.text).toContain('aucun texte trouvé')
    expect(page.html).not.toContain('class="type L"')
    expect(page.text).toContain('Sans texte, il n’y a pas de jour à calculer.')
    expect(page.text).not.toContain('Un texte oblige')
    const { html } = await visitor.get('/delais?type=L')
    const [law, ...rest] = html.split('Ce que nous n’avons pas trouvé dans la loi')
    expect(law).not.toContain('/delais/heating_repair_without_figure')
    expect(rest.join('')).toContain('/delais/heating_repair_without_figure')
    expect(rest.join('')).not.toContain('class="type L"')
  })

  test('has no page for a rule that does not exist', async () => {
    for (const id of ['nothing', '%00', 'awaab_investigation/x', '__proto__'])
      expect([id, (await visitor.get(`/delais/${id}`)).status]).toEqual([id, 404])
  })
})

describe('a computation', () => {
  const compute = (rule: string, day: string, zone = 'national') =>
    visitor.get(`/delais/${rule}?depart=${encodeURIComponent(day)}&zone=${zone}`)

  test('shows each day, counted or not, with the reason', async () => {
    const page = await compute('awaab_investigation', '2026-04-28')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Dernier jour\u202f: vendredi 15 mai 2026')
    expect(page.text).toMatch(/vendredi 1er mai 2026 non 1er mai/)
    expect(page.text).toMatch(/samedi 2 mai 2026 non samedi/)
    expect(page.text).toMatch(/mercredi 29 avril 2026 1\u00a0jour ouvré/)
  })

  test('ends in August, on 29 February, or in Strasbourg, where 26 December is off', async () => {
    expect((await compute('written_demand', '14/06/2026')).text).toContain('vendredi 14 août 2026')
    expect((await compute('written_demand', '2027-12-29')).text).toContain('mardi 29 février 2028')
    expect((await compute('written_demand', '2028-02-29')).text).toContain('samedi 29 avril 2028')
    const strasbourg = await compute('scotland_one_day', '2028-12-25', 'alsace_moselle')
    expect(strasbourg.text).toContain('Saint-Étienne')
    expect(strasbourg.text).toContain('mercredi 27 décembre 2028')
  })

  test('in hours from a day says that the hour is not known, through the night of 23 hours', async () => {
    const page = await compute('awaab_emergency', '2026-03-28')
    expect(page.text).toContain('lundi 30 mars 2026')
    expect(page.text).toContain('L’heure de départ n’est pas connue')
    expect(page.text).toContain('23\u00a0heures')
  })

  test.each([
    ['2026-02-29', 'Écrivez une date entière'],
    ['1899-12-31', 'Écrivez une date entière'],
    ['hier', 'Écrivez une date entière'],
    ['', 'Écrivez une date entière'],
  ])('of «%s» comes back with a sentence beside the field', async (day, sentence) => {
    const page = await compute('awaab_investigation', day)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.text).not.toContain('Dernier jour')
  })

  test('without a place is of France', async () => {
    const page = await visitor.get('/delais/awaab_investigation?depart=2026-04-28')
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('vendredi 15 mai 2026')])
    const refused = await visitor.get('/delais/awaab_investigation?depart=hier')
    expect(refused.status).toBe(422)
    expect(refused.text).not.toMatch(/Invalid|Expected/)
  })

  test('of 2041 shows no day rather than a wrong one', async () => {
    const page = await compute('awaab_investigation', '2041-01-02')
    expect(page.text).toContain('Les jours fériés sont connus de 2000 à 2040')
    expect(page.text).not.toContain('Dernier jour')
    expect((await compute('awaab_investigation', '2026-01-02', 'lune')).status).toBe(422)
  })
})

describe('public holidays', () => {
  test('of this year, of a year and a place', async () => {
    expect((await visitor.get('/jours-feries')).text).toContain('lundi 25 mai 2026')
    const page = await visitor.get('/jours-feries?annee=2028&zone=alsace_moselle')
    expect(page.text).toContain('mardi 26 décembre 2028')
    expect(page.text).toContain('temple protestant')
    expect((await visitor.get('/jours-feries?annee=2030&zone=la_reunion')).text).toContain(
      'vendredi 20 décembre 2030',
    )
  })

  test('29 February is the year around it; a year that is not known is refused with a sentence', async () => {
    expect((await visitor.get('/jours-feries?annee=2028-02-29')).text).toContain('samedi 1er janvier 2028')
    for (const year of ['2041', '1999', 'x', '1e3', '-1', '2028.5']) {
      const page = await visitor.get(`/jours-feries?annee=${year}&zone=lune`)
      expect([year, page.status]).toEqual([year, 422])
      expect(page.text).toContain('sont connus de 2000 à 2040')
    }
  })
})

test('a union’s organiser finds the way to charters from there', async () => {
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const ines = await makeMember(t, union, 'Inès', 'organiser')
  const page = await (await as(t, testApp(t), ines)).get('/delais')
  expect(page.text).toContain('Chartes des bailleurs')
})
