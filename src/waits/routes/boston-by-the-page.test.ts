// The worked example of the contract (docs/contract-waits.md), as a data officer would do it: the real file, by the pages.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'
import { shownForm } from '../../../tools/testing/shown-form.ts'
import { stopReadings } from '../../sources/jobs.ts'

const BOSTON = new URL(
  '../../../../shared/data/boston_311_newcrm/boston_311_requests_2026-02-17.csv',
  import.meta.url,
)
const now = new Date('2026-03-02T10:00:00Z')
let t: TestDatabase
let folder: string
let steward: Browser
beforeAll(async () => {
  t = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'palier-boston-'))
  const app = testApp(t, { uploads: { folder, bytes: 64 * 1024 * 1024 } }, () => now)
  const team = await makeSpace(t, 'research', 'Équipe')
  steward = await as(t, app, await makeMember(t, team, 'Noé', 'data_steward'), { now })
})
afterAll(async () => {
  await stopReadings()
  await t?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Reads the file as of that day and hour, and gives the id of its source. */
async function readAsOf(nom: string, etat_heure: string): Promise<string> {
  const agreement = await t.owner
    .withSchema('research_space')
    .selectFrom('data_agreement')
    .select('id')
    .executeTakeFirstOrThrow()
  const fichier = new File([await readFile(BOSTON)], 'boston.csv', { type: 'text/csv' })
  const sent = await steward.post('/sources/nouvelle', { nom, convention: agreement.id, fichier })
  const source = sent.location?.replace('/colonnes', '') ?? ''
  const page = await steward.get(`${source}/colonnes`)
  const read = await steward.send(`${source}/colonnes`, {
    ...shownForm(page.html, 'case_id'),
    numero: 'case_id',
    ouverture: 'open_date',
    fermeture: 'close_date',
    categorie: 'case_topic',
    lieu: '',
    statut: '',
    issue: '',
    fuseau: 'America/New_York',
    etat_au: '2026-02-16',
    etat_heure,
    act: 'lire',
  })
  expect([read.status, read.location, read.text.slice(0, 2000)]).toEqual([
    303,
    `${source}/lecture`,
    read.text.slice(0, 2000),
  ])
  for (let i = 0; i < 600; i++) {
    if ((await steward.get(`${source}/lecture`)).status === 303) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return source.split('/').at(-1) ?? ''
}

async function readPage(path: string): Promise<string> {
  const page = await steward.get(path)
  return page.text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1')
}

describe.skipIf(!existsSync(BOSTON))(
  'Boston, dropped on the page',
  () => {
    it('known until 21:21:40 in New York: the 103.5 civil days of the contract, their rule beside', async () => {
      await steward.post('/sources/accords/nouveau', {
        titre: 'Données ouvertes',
        donneur: 'Boston',
        finalite: 'Compter les attentes.',
        valable_du: '2026-01-01',
        valable_au: '2026-12-31',
        permet_name: 'oui',
        permet_phone: 'oui',
        permet_email: 'oui',
      })
      const source = await readAsOf('Boston, à l’heure', '21:21:40')
      const text = await readPage(`/attentes?source=${source}&famille=Street+Light+Outage`)
      expect(text).toContain('La moitié des demandes a abouti en 103,5 jours')
      expect(text).toContain('Sur 1 500 demandes, 646 ont abouti et 854 attendent encore.')
      expect(text).toContain('Comptée en jours civils, chaque clôture placée au milieu de son jour.')
      // Counted apart, from the instants of the file: of 5,473 cases 602 had ended within an hour, 2,872 within a day, 3,306 in three.
      const hours = await readPage(`/attentes/heures?source=${source}`)
      const shares = [/Après 1 heure (\d+)/, /Après 24 heures (\d+)/, /Après 72 heures (\d+)/]
      expect(shares.map((share) => share.exec(hours)?.[1])).toEqual(['89', '48', '40'])
      expect(hours).toContain('Demandes comptées 5 473')
    })
  },
  120_000,
)
