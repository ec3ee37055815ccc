import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../tools/testing/database.ts'
import { type MadeAccount, makeMember, makeSpace } from '../tools/testing/people.ts'
import { lookAt, openStage, type Stage } from '../tools/testing/stage.ts'
import { xlsxOf } from '../tools/testing/xlsx-of.ts'

let t: TestDatabase
let stage: Stage
let ines: MadeAccount
let folder: string

const QUESTIONS = [
  [
    'type',
    'name',
    'label::Français (fr)',
    'label::العربية (ar)',
    'hint::Français (fr)',
    'relevant',
    'required',
  ],
  ['integer', 'rooms', 'Combien de pièces avez-vous ?', 'كم غرفة لديكم؟', 'Sans la cuisine.', '', 'yes'],
  [
    'select_one yes_no',
    'cold',
    'Fait-il froid chez vous l’hiver ?',
    'هل بيتكم بارد في الشتاء؟',
    '',
    '${rooms} > 1',
  ],
  ['begin_repeat', 'winter', 'Un hiver', 'شتاء'],
  ['text', 'words', 'Que s’est-il passé ?', 'ماذا حدث؟', '', "selected(${cold}, 'yes')"],
  ['end_repeat'],
]
const CHOICES = [
  ['list_name', 'name', 'label::Français (fr)', 'label::العربية (ar)'],
  ['yes_no', 'yes', 'Oui', 'نعم'],
  ['yes_no', 'no', 'Non', 'لا'],
]

beforeAll(async () => {
  t = await testDatabase()
  const union = await makeSpace(t, 'union', 'Union des Tilleuls')
  ines = await makeMember(t, union, 'Inès Marchand', 'organiser', 'officer')
  stage = await openStage(t)
  folder = mkdtempSync(join(tmpdir(), 'palier-'))
  const settings = [['form_title'], ['Froid dans les logements']]
  writeFileSync(join(folder, 'froid.xlsx'), await xlsxOf({ survey: QUESTIONS, choices: CHOICES, settings }))
  writeFileSync(
    join(folder, 'faux.xlsx'),
    await xlsxOf({ survey: [...QUESTIONS, ['devinette', 'b', 'B'], ['text', 'rooms', 'Encore']] }),
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await stage?.close()
  await t?.stop()
})

it.each([360, 1280])(
  'from a workbook to a campaign, without a script, at %i pixels',
  { timeout: 180_000 },
  async (width) => {
    const context = await stage.openAt(width, ines, { javaScriptEnabled: false })
    const page = await context.newPage()
    const found: string[] = []
    // a page without script cannot be asked by axe: it is looked at below
    const look = async (name: string) =>
      found.push(...(await lookAt(page, `${name}-${width}`, { axe: 'no' })))
    await page.goto(`${stage.site}/campagnes`)
    await page.getByRole('link', { name: 'Vos questionnaires' }).click()
    await page.getByRole('link', { name: 'Apporter un classeur' }).click()
    await page.getByLabel('Classeur', { exact: true }).setInputFiles(join(folder, 'faux.xlsx'))
    await page.getByRole('button', { name: 'Envoyer le classeur' }).click()
    await look('instrument-faults')
    await page.getByText('le nom «\u202frooms\u202f» est déjà pris').waitFor()
    await page.getByLabel('Classeur', { exact: true }).setInputFiles(join(folder, 'froid.xlsx'))
    await page.getByRole('button', { name: 'Envoyer le classeur' }).click()
    await look('instrument-preview')
    await page.getByRole('link', { name: /العربية/ }).click()
    await look('instrument-preview-ar')
    if (width === 360) await page.getByRole('button', { name: 'Publier ce questionnaire' }).click()
    await page.getByText(/Publié par Inès Marchand/).waitFor()
    await page.getByRole('link', { name: 'Livret des codes' }).click()
    await look('instrument-codes')
    await page.goto(`${stage.site}/campagnes/nouvelle`)
    await page.getByLabel('Nom', { exact: true }).fill('Froid')
    await page
      .getByLabel('Questionnaire')
      .selectOption({ label: (await page.getByRole('option').allTextContents())[1] ?? '' })
    await page.getByLabel('Premier jour').fill('2026-11-01')
    await page.getByLabel('Dernier jour').fill('2026-12-15')
    await look('instrument-campaign')
    await page.getByRole('button', { name: 'Ouvrir la campagne' }).click()
    await page.getByRole('heading', { name: 'Froid' }).waitFor()
    expect(found).toEqual([])
    await context.close()
  },
)

it('reads well to whoever does not see it', { timeout: 180_000 }, async () => {
  const context = await stage.openAt(360, ines)
  const page = await context.newPage()
  await page.goto(`${stage.site}/questionnaires`)
  const found = await lookAt(page, 'instruments-360', { axe: 'all' })
  await page.getByRole('link', { name: 'Froid dans les logements' }).click()
  found.push(...(await lookAt(page, 'instrument-360', { axe: 'all' })))
  await page.goto(`${page.url()}?langue=1`)
  found.push(...(await lookAt(page, 'instrument-ar-360', { axe: 'all' })))
  await page.getByRole('link', { name: 'Livret des codes' }).click()
  found.push(...(await lookAt(page, 'instrument-codes-360', { axe: 'all' })))
  expect(found).toEqual([])
  await context.close()
})
