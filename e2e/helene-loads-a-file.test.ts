// Hélène answers for a landlord's files: from nothing to the waits, without a script, on a phone.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { type MadeAccount, makeMember, makeSpace } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { stopReadings } from '../src/sources/jobs.ts'

let t: TestDatabase
let stage: Stage
let helene: MadeAccount
let folder: string
beforeAll(async () => {
  t = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'palier-helene-'))
  const desk = await makeSpace(t, 'desk', 'Guichet de Toits d’Auvelle')
  helene = await makeMember(t, desk, 'Hélène Marchoux', 'data_officer')
  stage = await openStage(t)
})
afterAll(async () => {
  await stopReadings()
  await stage?.close()
  await t?.stop()
  await rm(folder, { recursive: true, force: true })
})

const day = (n: number): string =>
  new Date(Date.UTC(2026, 0, 1 + n)).toLocaleDateString('fr-FR', { timeZone: 'UTC' })
const rows = Array.from({ length: 400 }, (_, i) => {
  const closed = i % 3 === 0 ? '' : day((i % 240) + (i % 37))
  return `${i};${day(i % 240)};${closed};${closed === '' ? 'En cours' : 'Clos'};Les Tilleuls;${i % 2 === 0 ? 'Chauffage' : 'Fuite'};06 00 00 00 00`
})
const text = `Numéro;Créée le;Clôturée le;Statut;Résidence;Famille;Téléphone\r\n${rows.join('\r\n')}\r\n400;31/12/2025;01/01/2025;Clos;Les Tilleuls;Fuite;\r\n`

let source = ''

it('notes an agreement, sends a file, says what its columns mean, and reads its waits', async () => {
  const file = join(folder, 'demandes.csv')
  await writeFile(file, Buffer.from(text, 'latin1'))
  const context = await stage.openAt(320, helene, { javaScriptEnabled: false })
  const page = await context.newPage()
  const found: string[] = []
  const look = async (name: string): Promise<void> => {
    found.push(...(await lookAt(page, `source-${name}-320`, { axe: 'no' })))
  }
  await page.goto(`${stage.site}/sources`)
  await look('empty')
  await page.getByRole('link', { name: 'Noter une convention' }).click()
  await page.getByLabel('Titre').fill('Note de service')
  await page.getByLabel('Qui donne les fichiers').fill('Toits d’Auvelle')
  await page.getByLabel('À quoi ils serviront').fill('Compter les attentes.')
  await page.getByLabel('Premier jour').fill('2020-01-01')
  await page.getByLabel('Dernier jour').fill('2190-12-31')
  await page.getByRole('button', { name: 'Enregistrer la convention' }).click()
  await page.goto(`${stage.site}/sources/nouvelle`)
  await page.getByLabel('Nom de la source').fill('Demandes techniques')
  await page.getByLabel('Convention', { exact: true }).selectOption({ label: 'Note de service' })
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(file)
  await look('sent')
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  await page.getByText('Ces colonnes ne seront pas lues').waitFor()
  expect(await page.getByLabel('Jour d’ouverture').inputValue()).toBe('Créée le')
  await look('columns')
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByText('Écrivez le jour où le fichier a été tiré').waitFor()
  await page.getByLabel('Date d’extraction').fill('2026-09-30')
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('heading', { level: 1, name: 'Demandes techniques' }).waitFor({ timeout: 60_000 })
  source = new URL(page.url()).pathname
  await look('read')
  expect(await page.locator('.lead').textContent()).toContain('400')
  await page.getByRole('link', { name: 'Voir les lignes rejetées' }).click()
  expect(await page.locator('main').textContent()).toContain('close avant d’être ouverte')
  await look('rejects')
  await page.goto(`${stage.site}${source}`)
  await page.getByRole('link', { name: 'Voir les attentes' }).click()
  expect(new URL(page.url()).pathname).toContain('/attentes')
  expect((await page.locator('h1').textContent())?.length).toBeGreaterThan(0)
  expect(found).toEqual([])
  await context.close()
}, 120_000)

it.each([360, 1280])(
  'every page of a source holds at %i pixels, axe clean',
  async (width) => {
    const context = await stage.openAt(width, helene)
    const page = await context.newPage()
    const found: string[] = []
    const paths = ['', '/rejets', '/fichier', '/corrections', '/retirer'].map((end) => `${source}${end}`)
    for (const path of [
      '/sources',
      '/sources/accords',
      '/sources/accords/nouveau',
      '/sources/nouvelle',
      ...paths,
    ]) {
      const answer = await page.goto(`${stage.site}${path}`)
      expect([path, answer?.status()]).toEqual([path, 200])
      found.push(
        ...(await lookAt(page, `source-${path.split('/').at(-1)}-${width}`, {
          axe: width === 360 ? 'all' : 'no',
        })),
      )
    }
    await page.goto(`${stage.site}${source}/fichier`)
    await page.getByLabel('Fichier', { exact: true }).setInputFiles(join(folder, 'demandes.csv'))
    await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
    await page.getByRole('heading', { name: 'Les colonnes du fichier' }).waitFor()
    found.push(...(await lookAt(page, `source-columns-${width}`, { axe: width === 360 ? 'all' : 'no' })))
    expect(found).toEqual([])
    await context.close()
  },
  120_000,
)
