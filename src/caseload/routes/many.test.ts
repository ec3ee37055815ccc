import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { type Happened, tellComplaint } from '../../../tools/testing/told.ts'
import type { Actor } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { rebuildCommand } from '../cli.ts'

const NOW = new Date('2026-11-22T11:00:00Z')
let t: TestDatabase
let house: Tilleuls
let inesActs: Actor
const homes: Record<string, string> = {}
beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => NOW)
  inesActs = {
    ...house.union,
    accountId: house.ids.ines,
    accountName: 'Inès',
    circles: ['organiser', 'officer'],
  }
  homes['3e gauche'] = house.ids.home
  await addHome('3e droite', 3, 2)
  await addHome('4e gauche', 4, 1)
  await addHome('4e droite', 4, 2)
  await tellAll()
})
afterAll(() => t.stop())

async function addHome(label: string, floor: number, position: number): Promise<void> {
  const id = newId(new Date())
  homes[label] = id
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${house.union.spaceId}, ${id}, ${house.ids.staircase}, ${floor}, ${position}, ${label})`.execute(
    t.owner,
  )
}

const tell = (home: string, problemCode: string, lines: readonly Happened[]) =>
  tellComplaint(t, inesActs, NOW, { place: { home: homes[home] ?? '' }, problemCode }, lines)
const promised = (dueOn: string) =>
  ({ details: { promise: { what: 'work', dueOn: calendarDay(dueOn) } } }) as const

async function tellAll(): Promise<void> {
  await tell('3e gauche', 'damp.kitchen', [
    ['2026-07-02', 'first_telling'],
    ['2026-08-01', 'promise', promised('2026-09-01')],
    ['2026-09-10', 'appointment_missed_by_landlord'],
    ['2026-09-20', 'contempt', { details: { contempt: 'hung_up' } }],
    ['2026-11-20', 'promise', promised('2026-12-15')],
  ])
  await tell('3e gauche', 'noise', [['2026-11-02', 'first_telling']])
  await tell('3e droite', 'heating.broken', [
    ['2026-01-02', 'first_telling'],
    ['2026-01-03', 'promise', promised('2026-01-20')],
    ['2026-01-18', 'work_done'],
    ['2026-01-19', 'confirmed_gone'],
  ])
  await tell('4e gauche', 'heating.none', [
    ['2025-01-02', 'first_telling'],
    ['2025-02-02', 'confirmed_gone'],
    ['2026-11-12', 'recurrence'],
  ])
  await tellComplaint(
    t,
    inesActs,
    NOW,
    { place: { staircase: house.ids.staircase }, problemCode: 'equipment.lift' },
    [['2026-10-01', 'first_telling']],
  )
}

describe('the façade of a building', () => {
  const facade = () => house.ines.get(`/lieux/batiments/${house.ids.building}/facade`)

  it('lights each home by its longest running wait, and says it in a sentence and a table', async () => {
    const { text, html } = await facade()
    expect(text).toMatch(/2.logements sur 3.rencontrés attendent ce soir , dont 1 depuis plus de 3.mois/)
    expect(html).toContain(
      `<a href="/reclamations?etat=toutes&amp;logement=${homes['3e gauche']}" aria-label="3e gauche\u202f: au moins 143\u00a0jours"`,
    )
    expect(html).toContain('aria-label="4e gauche\u202f: au moins 10\u00a0jours"') // the run that came back, not the first
    expect(html).toContain('aria-label="3e droite\u202f: pas d’attente"')
    expect(html).toContain(
      `<a href="/lieux/logements/${homes['4e droite']}" aria-label="4e droite\u202f: pas encore rencontré"`,
    )
    expect(html.indexOf('dans la cuisine</td>')).toBeLessThan(html.indexOf('pas de chauffage</td>'))
  })

  it('says what it rests on, on which day, and who sees it', async () => {
    const { text } = await facade()
    expect(text).toMatch(/4.logements connus.: 2 en attente, 1 sans attente connue, 1 pas encore rencontré/)
    expect(text).toContain('État au 22 novembre 2026')
    expect(text).toContain('Vu par votre union seulement')
  })

  it('lists what neighbours share under it, and is found from the estate', async () => {
    const { text, html } = await facade()
    expect(text).toMatch(/Les parties communes .*parties communes, entrée 14, Bâtiment C.*ascenseur/)
    expect(html).not.toContain('style=')
    const estate = await house.karim.get(`/lieux/residences/${house.ids.estate}`)
    expect(estate.html).toContain(`href="/lieux/batiments/${house.ids.building}/facade"`)
    const canvasser = await house.others['a canvasser']?.get(`/lieux/residences/${house.ids.estate}`)
    expect([canvasser?.status, canvasser?.html.includes('facade')]).toEqual([200, false])
  })

  it('a home joined to another lends it its wait', async () => {
    await sql`update union_space.home set merged_into = ${homes['3e droite']} where id = ${homes['3e gauche']}`.execute(
      t.owner,
    )
    const { html } = await facade()
    expect(html).toContain('aria-label="3e droite\u202f: au moins 143\u00a0jours"')
    expect(html).not.toContain('aria-label="3e gauche')
    await sql`update union_space.home set merged_into = null`.execute(t.owner)
  })

  it('of another union is dark: the building is the same, the waits are not theirs', async () => {
    const theirs = await house.others['an organiser of another union']?.get(
      `/lieux/batiments/${house.ids.building}/facade`,
    )
    expect(theirs?.text).toContain('ne connaît encore aucun logement de ce bâtiment')
    expect((await house.ines.get(`/lieux/batiments/${newId(new Date())}/facade`)).status).toBe(404)
    expect((await house.ines.get('/lieux/batiments/la-tour/facade')).status).toBe(404)
  })
})

describe('the page where one lands', () => {
  const part = async (id: string, reader = house.ines): Promise<string> => {
    const { html } = await reader.get('/aujourdhui')
    const found = new RegExp(`aria-labelledby="${id}">(.*?)</section>`).exec(html)?.[1] ?? ''
    return found
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  it('says what to come back to, what passed, what waits for a word, and the longest waits, each as a link', async () => {
    expect(await part('relancer')).toMatch(/^À relancer Rien à relancer aujourd’hui/)
    await sql`update union_space.complaint set follow_up_on = '2026-11-20' where family_code = 'noise'`.execute(
      t.owner,
    )
    await sql`update union_space.complaint set follow_up_on = '2026-11-23' where family_code = 'heating'`.execute(
      t.owner,
    )
    const relancer = await part('relancer')
    expect(relancer).toMatch(/Bruit, 3e gauche.* : depuis le 20 novembre 2026, confiée à personne/)
    expect(relancer).not.toContain('chauffage')
    expect(await part('promesses')).toMatch(/dans la cuisine.* : promis pour le 1er septembre 2026/)
    expect(await part('longues')).toMatch(/dans la cuisine.*au moins 143 jours.*ascenseur/)
    expect(await part('clotures')).toBe('')
    expect((await house.ines.get('/aujourdhui')).html).toContain('href="/reclamations/nouvelle"')
  })

  it('what is given to a colleague is not asked of me', async () => {
    await sql`update union_space.complaint set assigned_to = ${house.ids.karim} where family_code = 'noise'`.execute(
      t.owner,
    )
    expect(await part('relancer')).toContain('Rien à relancer aujourd’hui')
    expect(await part('relancer', house.karim)).toMatch(/Bruit, .* depuis le 20 novembre 2026/)
  })

  it('a deadline that passed this week, an act by code, a closure that nobody confirmed', async () => {
    const { rows } = await sql<{
      id: string
    }>`select id from union_space.complaint where family_code = 'equipment'`.execute(t.owner)
    const [lift = ''] = rows.map(({ id }) => id)
    await sql`update union_space.complaint_deadline set due_on = case when rule_id = (select min(rule_id) from union_space.complaint_deadline where complaint_id = ${lift}::uuid and rule->>'bound' = 'landlord' and rule->>'kind' <> 'R') then date '2026-11-18' else date '2026-11-10' end, stopped_latest = null where complaint_id = ${lift}::uuid`.execute(
      t.owner,
    )
    await sql`insert into union_space.complaint_event (space_id, id, complaint_id, kind, actor, channel, happened_said, happened_earliest, happened_latest, happened_precision, evidence, recorded_at)
      values (${house.union.spaceId}, ${newId(new Date())}, ${lift}, 'reminder', 'household', 'unknown', '', '2026-11-19', '2026-11-19', 'day', 'declared', '2026-11-19T09:00:00Z')`.execute(
      t.owner,
    )
    await sql`update union_space.complaint_state set closed_on = '2026-11-15', ball = 'household' where complaint_id = ${lift}`.execute(
      t.owner,
    )
    expect(await part('delais-passes')).toMatch(
      /14, Bâtiment C, Les Tilleuls .*, c’était pour le 18 novembre 2026$/,
    )
    expect(await part('par-code')).toMatch(/14, Bâtiment C, Les Tilleuls : Relance, le 19 novembre 2026/)
    expect(await part('clotures')).toMatch(/ascenseur.* : le foyer n’a pas encore dit si c’est réparé/)
    await sql`update union_space.complaint_state set closed_on = null, ball = 'landlord' where complaint_id = ${lift}`.execute(
      t.owner,
    )
    await sql`delete from union_space.complaint_event where recorded_by is null`.execute(t.owner)
  })

  it('says nothing of complaints to whoever follows none', async () => {
    for (const who of ['a canvasser', 'a treasurer', 'a landlord', 'an institute', 'a researcher']) {
      const page = await house.others[who]?.get('/aujourdhui')
      expect([who, page?.status, /reclamations|relancer|Promesses/.test(page?.html ?? '')]).toEqual([
        who,
        200,
        false,
      ])
    }
  })
})

describe('the union’s own counts', () => {
  const row = async (label: string): Promise<string> => {
    const { html } = await house.ines.get('/reclamations/chiffres')
    const found =
      new RegExp(`<th scope="row">(?:<bdi>)?${label}(?:</bdi>)?</th>(.*?)</tr>`).exec(html)?.[1] ?? ''
    return found
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  it.each([
    ['Chauffage', '2 1 1 0 0 0 0 1', 'all, running, gone, given up, moved out, untold, contested, come back'],
    ['Humidité et moisissures', '1 1 0 0 0 0 0 0', 'by family'],
    ['Les Tilleuls', '5 4 1 0 0 0 0 1', 'by estate'],
    ['Bailleur du Canal', '5 4 1 0 0 0 0 1', 'by landlord'],
    ['Au bailleur d’agir', '4', 'by ball, of what runs'],
    ['Tenues à leur date', '1', 'the work was done on the 18th for the 20th'],
    ['Non tenues, leur date est passée', '1', 'of 1 September'],
    ['À venir', '1', 'of 15 December'],
    ['Le bailleur n’est pas venu', '1', 'missed by the landlord'],
    ['L’entreprise n’est pas venue', '0', 'missed by the contractor: none, and said'],
    ['on a raccroché', '1', 'contempt by type'],
  ])('%s: %s (%s)', async (label, numbers) => {
    expect(await row(label)).toBe(numbers)
  })

  it('say n, how many still run, the day and the method under each table; that they must not leave; no percentage', async () => {
    const { text } = await house.ines.get('/reclamations/chiffres')
    const sources = text.match(
      /5.réclamations, dont 4 en cours, au 22 novembre 2026\. Méthode.: compte les attentes en cours/g,
    )
    expect(sources).toHaveLength(6)
    expect(text).toContain('Ils ne doivent pas sortir tels quels')
    expect(text).not.toContain('%')
  })

  it('a line taken back is not counted', async () => {
    const { rows } = await sql<{
      id: string
      complaint_id: string
    }>`select id, complaint_id from union_space.complaint_event where kind = 'contempt'`.execute(t.owner)
    await sql`insert into union_space.complaint_event (space_id, id, complaint_id, kind, actor, channel, happened_said, happened_earliest, happened_latest, happened_precision, evidence, recorded_at, supersedes)
      select space_id, ${newId(new Date())}::uuid, complaint_id, 'retraction', 'union', 'unknown', '', happened_earliest, happened_latest, 'day', 'declared', recorded_at, id
      from union_space.complaint_event where id = ${rows[0]?.id}`.execute(t.owner)
    expect(await row('on a raccroché')).toBe('0')
  })
})

describe('folding every thread again', () => {
  it('tells which states did not say their thread, and writes them', async () => {
    await rebuildCommand(t.owner) // the contempt taken back above, behind the fold's back
    expect(await rebuildCommand(t.owner)).toBe(
      'Union des Tilleuls\u202f: 5\u00a0réclamations, tous les états disaient leur fil.',
    )
    const before = await states()
    await sql`update union_space.complaint_state set told_latest = '2020-01-01', reminders = 99, awaited_days = '{}' where runs = 2`.execute(
      t.owner,
    )
    await sql`delete from union_space.complaint_state where family_code = 'damp'`.execute(t.owner)
    const { rows } = await sql<{
      id: string
    }>`select id from union_space.complaint where family_code = 'damp'`.execute(t.owner)
    const said = await rebuildCommand(t.owner)
    expect(said).toMatch(/5.réclamations, 2.états ne disaient pas leur fil/)
    expect(said).toContain(rows[0]?.id)
    expect(await states()).toEqual(before)
  })
})

const states = async () =>
  (await sql`select * from union_space.complaint_state order by complaint_id`.execute(t.owner)).rows
