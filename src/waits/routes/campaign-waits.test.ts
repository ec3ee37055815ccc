import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { doorPhone } from '../../../tools/testing/door-phone.ts'
import { as, makeMember, secretsOfTests } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'
import { addDays, dayIn } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { unsealArrived } from '../../survey/actions/unseal.ts'

const now = new Date()
/** As a household says it: «12/03/2026». */
const daysAgo = (days: number): string => addDays(dayIn(now), -days).split('-').toReversed().join('/')
const HOUSEHOLDS = 14

let t: TestDatabase
let house: Tilleuls
let path: string

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t)
  const days = { starts_on: '2026-01-01', ends_on: '2099-12-15' }
  const made = await house.ines.post('/campagnes/nouvelle', { name: 'Chauffage d’abord', ...days })
  const campaign = made.location?.split('/').at(-1) ?? ''
  path = `/attentes?source=enquete-${campaign}`
  const lena = await as(t, house.app, await makeMember(t, house.union, 'Léna', 'canvasser'))
  const phone = await doorPhone(t, house.app, lena, campaign)
  for (let at = 0; at < HOUSEHOLDS; at++) {
    const place = { staircase: house.ids.staircase, floor: 3, position: 1 }
    const answer = (name: string, value: string) =>
      ({ kind: 'answer_set', body: { path: `/delais/wait[1]/${name}`, value } }) as const
    await phone.said(newId(now), house.ids.home, [
      { kind: 'visit_opened', body: { ...place, sampling: at < 4 ? 'petition' : 'systematic' } },
      { kind: 'outcome_noted', body: { outcome: 'answered', comeBackOn: null } },
      answer('problem', at === 0 ? 'damp' : 'cold'),
      answer('words', `Attente ${at}`),
      answer('told_to', 'agency'),
      answer('told_how', 'by_phone'),
      answer('told_when', daysAgo(20 + 10 * at)),
      { kind: 'consent_given', body: { purpose: 'kept', wording: 'door-2026-11.fr' } },
      { kind: 'visit_closed', body: {} },
    ])
  }
  await unsealArrived(t.logins, secretsOfTests, now)
})
afterAll(() => t.stop())

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' ')

describe('the waits told at the doors of a campaign', () => {
  it('are offered beside the union’s own complaints, and say how they were seen', async () => {
    const offered = await house.karim.get('/attentes')
    expect(offered.text).toContain('Chauffage d’abord')
    const page = await house.karim.get(path)
    const text = plain(page.text)
    expect(page.status).toBe(200)
    expect(text).toContain('troncature à gauche')
    expect(text).toContain('porte après porte (10), par une pétition (4)')
    expect(text).toContain(`n = ${HOUSEHOLDS}`)
    expect(text).toContain('Horloge des locataires')
  })

  it('follow the choice of a family, and count side by side', async () => {
    const damp = await house.karim.get(`${path}&famille=damp`)
    expect(plain(damp.text)).toContain('n = 1,')
    expect((await house.karim.get(`${path}&cote=famille`)).status).toBe(200)
    expect((await house.karim.get(`${path}&jours=ouvres`)).status).toBe(200)
  })

  it('say it wherever they leave', async () => {
    const exact = await house.ines.get(`${path.replace('?', '.json?')}&exact=oui`)
    const told = JSON.parse(exact.html)
    expect(told.strata[0].n).toBe(HOUSEHOLDS)
    expect(told.notices.join(' ')).toContain('troncature à gauche')
    const csv = await house.ines.get(path.replace('?', '.csv?'))
    expect([200, 422]).toContain(csv.status)
  })

  it('as those of all the union’s complaints do, exact, for whoever may', async () => {
    const exact = await house.ines.get('/attentes.json?source=reclamations&exact=oui')
    expect(JSON.parse(exact.html).strata[0].n).toBe(HOUSEHOLDS)
  })

  it.each(['an organiser of another union', 'a canvasser', 'a treasurer', 'a landlord', 'a researcher'])(
    'are not there for %s',
    async (who) => {
      expect((await house.others[who]?.get(path))?.status).toBe(404)
      const page = await house.others[who]?.get('/attentes')
      expect(page?.text ?? '').not.toContain('Chauffage d’abord')
    },
  )

  it.each([newId(now), 'x', '%00'])('of a campaign that is none (%s) are no page', async (id) => {
    const page = await house.karim.get(`/attentes?source=enquete-${id}`)
    expect(page.text).not.toContain('troncature à gauche')
    expect([404, 200]).toContain(page.status)
  })
})
