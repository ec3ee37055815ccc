import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, hiddenFields } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { newId } from '../../kernel/ids.ts'

const NOON = new Date('2026-11-22T11:00:00Z')
let t: TestDatabase
let house: Tilleuls
beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => NOON)
})
afterAll(() => t.stop())

/** A complaint told to the caretaker on the second of July, with no line after it. */
async function tell(more: Record<string, string> = {}): Promise<string> {
  const done = await house.ines.post('/reclamations/nouvelle', {
    place: `home:${house.ids.home}`,
    problem: 'damp.kitchen',
    words: 'Ça goutte.',
    told_on: '2 juillet 2026',
    told_channel: 'caretaker',
    told_to: 'la gardienne',
    ...more,
  })
  expect(done.status).toBe(303)
  return done.location ?? ''
}
const add = (path: string, genre: string, values: Record<string, string>, who: Browser = house.ines) =>
  who.post(`${path}/evenement`, { happened: 'hier', ...values, genre }, `${path}/evenement?genre=${genre}`)
async function note(path: string, genre: string, values: Record<string, string>): Promise<string> {
  const done = await add(path, genre, values)
  expect([genre, done.status, done.text]).toEqual([genre, 303, expect.anything()])
  return done.location?.split('#e-')[1] ?? ''
}
const linesOf = async (path: string): Promise<number> =>
  (
    await sql`select 1 from union_space.complaint_event where complaint_id = ${path.split('/').at(-1)}`.execute(
      t.owner,
    )
  ).rows.length

it('a life: registered, visited, promised, closed, contested; the page says each clock and the gap', async () => {
  const path = await tell()
  await note(path, 'registered', { happened: '9 juillet 2026', reference: '26-4471', evidence: 'screenshot' })
  await note(path, 'visit', { happened: '21 juillet 2026', actor: 'contractor', words: 'Ça vient du toit.' })
  await note(path, 'promise', {
    happened: '10 août 2026',
    actor: 'landlord',
    channel: 'phone',
    promise_what: 'work',
    promise_due: '2026-08-31',
  })
  await note(path, 'closed_by_landlord', { happened: '28 août 2026', evidence: 'landlord_file' })
  await note(path, 'closure_contested', {
    happened: '30 août 2026',
    actor: 'household',
    words: 'Personne n’est venu.',
  })
  await note(path, 'reminder', {
    happened: '12 novembre 2026',
    actor: 'union',
    channel: 'email',
    interlocutor: 'l’accueil',
  })
  const { text, html } = await house.karim.get(path)
  expect(text).toContain('Attente en cours\u202f: au moins 143 jours')
  expect(text).toContain('Celle du foyer au moins 143\u00a0jours')
  expect(text).toContain('Celle du bailleur 50\u00a0jours')
  expect(text).toContain('Écart entre les deux au moins 93\u00a0jours')
  expect(text).toContain(
    '7\u00a0jours avant d’être enregistrée, 86\u00a0jours depuis une clôture que le foyer conteste',
  )
  expect(text).toContain('Demande enregistrée par le bailleur, n° 26-4471')
  expect(text).toContain(
    'Promesse\u202f: faire les travaux d’ici le 31 août 2026 Non tenue, dépassée de 83\u00a0jours.',
  )
  expect(text).toContain('L’horloge du bailleur s’arrête\u202f: 50\u00a0jours. Celle du foyer continue')
  expect(text).toMatch(
    /Interlocuteur·ices\u202f: 2 · relances\u202f: 1 · racontée 3 fois · silence le plus long\u202f: 86.jours, en cours/,
  )
  expect(text).toContain('Plus rien de l’autre côté depuis 86\u00a0jours.')
  expect(html).toMatch(/class="[^"]*clash/)
  expect(text).toMatch(/Délais Loi|Délais L Loi/)
  expect(text).toMatch(/7\u00a0événements · état au 22 novembre 2026 · règles version/)
})

it('repaired, then back: the second wait stands alone, and says that it is the second', async () => {
  const path = await tell()
  await note(path, 'confirmed_gone', { happened: '1er septembre 2026' })
  const over = await house.ines.get(path)
  expect(over.text).toMatch(
    /Attente terminée\u202f: 61 jours.*Le foyer a dit que c’était réparé, le 1er septembre 2026/,
  )
  expect(over.text).toContain('Le problème est revenu')
  expect(over.text).not.toContain('genre=confirmed_gone')
  await note(path, 'recurrence', { happened: '12 novembre 2026', actor: 'household', channel: 'phone' })
  const again = await house.ines.get(path)
  expect(again.text).toMatch(/au moins 10 jours.*C’est la 2e fois que ce problème attend/)
})

it('moving out is not a repair: the wait was at least that long', async () => {
  const path = await tell()
  await note(path, 'moved_out', { happened: '1er septembre 2026' })
  expect((await house.ines.get(path)).text).toMatch(/Attente sans réparation\u202f: au moins 61 jours/)
})

it('what can be added depends on what was: links with an address, no script needed', async () => {
  const path = await tell({ told_on: '', not_told: 'oui' })
  const before = await house.karim.get(`${path}/evenement`)
  expect(before.text).toContain('On l’a signalé pour la première fois')
  expect(before.text).not.toContain('on a relancé')
  expect(before.html).not.toMatch(/<script/)
  await note(path, 'first_telling', { happened: 'hier', actor: 'household', channel: 'phone' })
  const after = await house.karim.get(`${path}/evenement`)
  expect(after.html).toContain(`href="${path}/evenement?genre=reminder"`)
  expect(after.text).not.toMatch(/première fois|conteste|revenu/)
  const form = await house.karim.get(`${path}/evenement?genre=promise`)
  expect(form.text).toMatch(/Ce qui est promis.*Pour quand/)
  expect((await house.karim.get(`${path}/evenement?genre=visit`)).text).not.toContain('Pour quand')
  expect((await house.karim.get(`${path}/evenement?genre=nothing`)).text).toContain(
    'Ajouter ce qui s’est passé',
  )
})

describe('a line that cannot join the thread comes back with what was typed', () => {
  it.each<[string, Record<string, string>, string, string, string]>([
    ['reminder', { happened: '' }, 'happened', 'Écrivez quand cela s’est passé', 'no day'],
    ['reminder', { happened: 'demain' }, 'happened', 'comme vous vous en souvenez', 'no day that was'],
    ['reminder', { happened: '24/12/2026' }, 'happened', 'n’est pas encore passée', 'a day to come'],
    ['reminder', { happened: '1850' }, 'happened', 'à partir de 1900', 'before there is a calendar'],
    [
      'reminder',
      { happened: '1er juillet 2026' },
      'happened',
      'avant le premier signalement (2 juillet 2026)',
      'too early',
    ],
    ['reminder', { channel: 'pigeon' }, 'channel', 'moyen dans la liste', 'not in the list'],
    ['reminder', { actor: 'landlord' }, 'actor', 'qui l’a fait', 'the other side reminds nobody'],
    [
      'promise',
      { promise_what: 'work', promise_due: '2026-11-20' },
      'promise_due',
      'déjà passé quand elle a été faite (21 novembre 2026)',
      'for a day before it was made',
    ],
    [
      'promise',
      { promise_what: '', promise_due: '2026-12-20' },
      'promise_what',
      'ce qui a été promis',
      'nothing promised',
    ],
    ['promise', { promise_what: 'work', promise_due: '' }, 'promise_due', 'le jour promis', 'for no day'],
    [
      'promise',
      { promise_what: 'work', promise_due: '2026-02-29' },
      'promise_due',
      'n’existe pas',
      'no such day',
    ],
    ['contempt', { contempt: '' }, 'contempt', 'ce qui s’est passé', 'nothing said'],
    ['transfer_between_services', { service: '' }, 'service', 'nom du service', 'to no service'],
    ['first_telling', { actor: 'household' }, '', 'déjà noté (2 juillet 2026)', 'told twice'],
    ['recurrence', { actor: 'household' }, '', 'L’attente dure encore', 'it never stopped'],
    ['closure_contested', { actor: 'household' }, '', 'Le bailleur n’a rien clos', 'nothing was closed'],
    ['note', {}, 'words', 'Écrivez la note', 'an empty note'],
  ])('%s %o: beside «%s», «%s» (%s)', async (genre, values, field, sentence) => {
    const path = await tell()
    const words = genre === 'note' ? '' : `des mots ${sentence}`
    const page = await add(path, genre, { words, evidence: 'screenshot', ...values })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(sentence)])
    expect(page.html).toContain(field === '' ? 'role="alert"' : `id="${field}-erreur"`)
    expect(page.html).toContain(words)
    expect(await linesOf(path)).toBe(1)
  })

  it('gone twice: the second is told since when', async () => {
    const path = await tell()
    await note(path, 'confirmed_gone', { happened: '1er septembre 2026' })
    const again = await add(path, 'confirmed_gone', { happened: '3 septembre 2026' })
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('déjà finie ce jour-là (1er septembre 2026)'),
    ])
    expect(await linesOf(path)).toBe(2)
  })

  it('sent twice, it is one line; kinds that are none are not found', async () => {
    const path = await tell()
    const page = await house.ines.get(`${path}/evenement?genre=reminder`)
    const sent = { ...hiddenFields(page.html, ''), happened: 'hier', actor: 'union', channel: 'phone' }
    const both = await Promise.all([1, 2].map(() => house.ines.send(`${path}/evenement`, sent)))
    expect(both.map(({ location }) => location)).toEqual([both[0]?.location, both[0]?.location])
    expect(await linesOf(path)).toBe(2)
    for (const genre of ['retraction', 'nothing', ''])
      expect((await house.ines.post(`${path}/evenement`, { happened: 'hier', genre })).status).toBe(404)
  })
})

describe('a line that was wrong', () => {
  it('is corrected: the form holds what it said, the thread shows both, the clock moves', async () => {
    const path = await tell()
    const id = await note(path, 'registered', { happened: '6 juillet 2026', reference: '26-4471' })
    const form = `${path}/evenements/${id}/corriger`
    const page = await house.karim.get(form)
    expect(page.html).toMatch(/value="6 juillet 2026"/)
    expect(page.html).toContain('value="26-4471"')
    const done = await house.karim.post(form, { happened: '9 juillet 2026', reference: '26-4471' })
    expect(done.status).toBe(303)
    const { text, html } = await house.ines.get(path)
    expect(text).toContain('L’horloge du bailleur part, 7\u00a0jours après celle du foyer.')
    expect(html).toMatch(
      /Avant la correction du 22 novembre 2026.*<del><bdi>lundi 6 juillet 2026 · Demande enregistrée/s,
    )
    expect((await house.ines.get(form)).location).toBe(done.location)
  })

  it('a time said «il y a 3 mois» long ago is still that time when something else is corrected', async () => {
    const path = await tell()
    const id = await note(path, 'reminder', { happened: '3 août 2026', actor: 'union', channel: 'phone' })
    await sql`update union_space.complaint_event set happened_said = 'il y a 3 mois',
      happened_precision = 'about', happened_earliest = '2026-05-01', happened_latest = '2026-07-31' where id = ${id}`.execute(
      t.owner,
    )
    const form = `${path}/evenements/${id}/corriger`
    expect((await house.ines.get(form)).text).toContain('Compris\u202f: entre mai et juillet 2026')
    await house.ines.post(form, { happened: 'il y a 3 mois', actor: 'union', channel: 'email' })
    expect((await house.ines.get(path)).text).toMatch(/entre mai et juillet 2026 Relance Union, par courriel/)
  })

  it('two people at once: the second sees what stands now, keeps their words, and decides', async () => {
    const path = await tell()
    const id = await note(path, 'registered', { happened: '6 juillet 2026' })
    const form = `${path}/evenements/${id}/corriger`
    const hers = hiddenFields((await house.ines.get(form)).html, form)
    await house.karim.post(form, { happened: '8 juillet 2026' })
    const second = await house.ines.send(form, {
      ...hers,
      happened: '9 juillet 2026',
      words: 'vu sur le courrier',
    })
    expect(second.status).toBe(409)
    expect(second.text).toMatch(/Quelqu’un a corrigé.*La ligne dit maintenant\u202f: mercredi 8 juillet 2026/)
    expect(second.html).toContain('vu sur le courrier')
    const action = /<form[^>]*action="([^"]+corriger)"/.exec(second.html)?.[1] ?? ''
    const sent = {
      ...hiddenFields(second.html, action),
      happened: '9 juillet 2026',
      words: 'vu sur le courrier',
    }
    expect((await house.ines.send(action, sent)).status).toBe(303)
    expect((await house.ines.get(path)).text).toMatch(/jeudi 9 juillet 2026 Demande enregistrée/)
  })

  it('taken back while somebody corrected it: their words can become a line of their own', async () => {
    const path = await tell()
    const id = await note(path, 'visit', { happened: '6 juillet 2026', actor: 'contractor' })
    const form = `${path}/evenements/${id}/corriger`
    const hers = hiddenFields((await house.ines.get(form)).html, form)
    await house.karim.post(`${path}/evenements/${id}/retirer`, { words: 'Autre immeuble.' })
    const late = await house.ines.send(form, { ...hers, happened: '7 juillet 2026', actor: 'contractor' })
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('ajoutera une nouvelle ligne')])
    const action = `${path}/evenement`
    const sent = { ...hiddenFields(late.html, action), happened: '7 juillet 2026', actor: 'contractor' }
    expect((await house.ines.send(action, sent)).status).toBe(303)
  })

  it('is taken back with a reason: it stays, struck, and counts for nothing', async () => {
    const path = await tell()
    const id = await note(path, 'confirmed_gone', { happened: '1er septembre 2026', words: 'C’est bon.' })
    const form = `${path}/evenements/${id}/retirer`
    const empty = await house.karim.post(form, { words: ' ' })
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Écrivez pourquoi')])
    expect((await house.karim.post(form, { words: 'C’était chez la voisine.' })).status).toBe(303)
    const { text, html } = await house.ines.get(path)
    expect(text).toContain('Attente en cours\u202f: au moins 143 jours')
    expect(html).toContain('<del>Le foyer dit que c’est réparé</del>')
    expect(text).toMatch(/Retirée le 22 novembre 2026\u202f: «\u202fC’était chez la voisine.\u202f»/)
    expect((await house.ines.get(form)).location).toBe(`${path}#e-${id}`)
  })

  it('of another thread, or of none, is not found', async () => {
    const [here, there] = [await tell(), await tell()]
    const id = await note(here, 'reminder', { actor: 'union', channel: 'phone' })
    for (const act of ['corriger', 'retirer']) {
      expect((await house.ines.get(`${there}/evenements/${id}/${act}`)).status).toBe(404)
      expect(
        (await house.ines.post(`${there}/evenements/${id}/${act}`, { words: 'x', happened: 'hier' })).status,
      ).toBe(404)
      expect((await house.ines.get(`${here}/evenements/${newId(new Date())}/${act}`)).status).toBe(404)
      expect((await house.ines.get(`${here}/evenements/x/${act}`)).status).toBe(404)
    }
    expect(await linesOf(here)).toBe(2)
  })
})

describe('who follows it, and when to come back', () => {
  it('is changed; a day that passed is said, and may stay', async () => {
    const path = await tell()
    const form = `${path}/suivi-interne`
    expect(
      (await house.ines.post(form, { assigned_to: house.ids.karim, follow_up_on: '2026-12-01' })).status,
    ).toBe(303)
    expect((await house.karim.get(path)).text).toMatch(/Confiée à Karim À relancer le 1er décembre 2026/)
    const past = await house.ines.post(form, { assigned_to: '', follow_up_on: '2026-11-01' })
    expect([past.status, past.text]).toEqual([422, expect.stringContaining('Ce jour est passé')])
    await sql`update union_space.complaint set follow_up_on = '2026-11-01' where id = ${path.split('/').at(-1)}`.execute(
      t.owner,
    )
    expect((await house.karim.get(path)).text).toContain('1er novembre 2026, passé')
    expect((await house.ines.post(form, { assigned_to: '', follow_up_on: '2026-11-01' })).status).toBe(303)
    const stranger = await house.ines.post(form, { assigned_to: newId(new Date()), follow_up_on: '' })
    expect([stranger.status, stranger.text]).toEqual([422, expect.stringContaining('ne suit plus')])
  })

  it('by two people at once: the second reads what stands now, and decides', async () => {
    const path = await tell()
    const form = `${path}/suivi-interne`
    const hers = hiddenFields((await house.ines.get(form)).html, form)
    await house.karim.post(form, { assigned_to: house.ids.karim, follow_up_on: '2026-12-05' })
    const mine = { assigned_to: house.ids.ines, follow_up_on: '2026-12-24' }
    const second = await house.ines.send(form, { ...hers, ...mine })
    expect(second.status).toBe(409)
    expect(second.text).toMatch(/Confiée à Karim À relancer\u202f: le 5 décembre 2026/)
    expect(second.html).toContain('value="2026-12-24"')
    expect((await house.ines.send(form, { ...hiddenFields(second.html, form), ...mine })).status).toBe(303)
  })
})

it('reading a complaint leaves a line, for it and for whose it is', async () => {
  const path = await tell({ person_name: 'Ourdia Lue' })
  await house.karim.get(path)
  const { rows } = await sql<{ table_name: string }>`select table_name from union_space.audit_line
    where verb = 'read' and account_id = ${house.ids.karim} and (row_id = ${path.split('/').at(-1)}
      or row_id = (select id from union_space.person where name = 'Ourdia Lue')) order by 1`.execute(t.owner)
  expect(rows.map((row) => row.table_name)).toEqual(['complaint', 'person'])
})

it('nobody else knows that these pages exist', async () => {
  const path = await tell({ words: 'vraiment là' })
  const id = await note(path, 'reminder', { actor: 'union', channel: 'phone' })
  const pages = [
    '/reclamations/nouvelle',
    path,
    ...[
      'evenement',
      'evenement?genre=visit',
      'suivi-interne',
      `evenements/${id}/corriger`,
      `evenements/${id}/retirer`,
    ].map((page) => `${path}/${page}`),
  ]
  for (const [who, browser] of Object.entries(house.others)) {
    for (const page of who.includes('another union') ? pages.slice(1) : pages)
      expect([who, page, (await browser.get(page)).status]).toEqual([who, page, 404])
    const token = hiddenFields((await browser.get('/espace')).html, '')['form_token'] ?? ''
    const sent = await browser.send(`${path}/evenement`, {
      form_token: token,
      genre: 'note',
      words: 'x',
      happened: 'hier',
    })
    expect([who, [403, 404].includes(sent.status)]).toEqual([who, true])
  }
  expect(await linesOf(path)).toBe(2) // really there, and untouched
  const gone = await as(t, house.app, { accountId: house.ids.karim }, { now: NOON })
  gone.cookies.clear()
  expect((await gone.get(path)).location).toMatch(/^\/entrer/)
})
