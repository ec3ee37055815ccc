import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { makeMember } from '../../../tools/testing/people.ts'
import { openTilleuls, type Tilleuls } from '../../../tools/testing/tilleuls.ts'

const now = new Date('2026-11-23T10:00:00Z')
let t: TestDatabase
let house: Tilleuls
let leaId: string
let campaign: string

beforeAll(async () => {
  t = await testDatabase()
  house = await openTilleuls(t, () => now)
  leaId = (await makeMember(t, house.union, 'Léna', 'canvasser')).accountId
  const days = { starts_on: '2026-11-01', ends_on: '2026-12-15' }
  const made = await house.ines.post('/campagnes/nouvelle', { name: 'Chauffage', ...days })
  campaign = made.location?.split('/').at(-1) ?? ''
})
afterAll(() => t.stop())

describe('campaigns are for those who prepare them', () => {
  it('does not exist for anybody else', async () => {
    const { 'an organiser of another union': stranger, ...rest } = house.others
    const own = `/campagnes/${campaign}`
    for (const [who, browser] of Object.entries({ ...rest, 'a steward': house.karim })) {
      for (const path of ['/campagnes', '/campagnes/nouvelle', own, `${own}/tournee`])
        expect((await browser.get(path)).status, `${who} at ${path}`).toBe(404)
    }
    for (const path of [own, `${own}/tournee`]) expect((await stranger?.get(path))?.status).toBe(404)
    expect((await stranger?.get('/campagnes'))?.text).not.toContain('Chauffage')
  })

  it('tells what to mend, and keeps what was typed', async () => {
    const wrong = await house.ines.post('/campagnes/nouvelle', {
      name: 'Été',
      starts_on: '2026-12-02',
      ends_on: '2026-12-01',
    })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('La fin vient avant le début') })
    expect(wrong.html).toContain('value="Été"')
    const days = { from: '2026-01-01', to: '2026-01-02' }
    const outside = await house.ines.post(`/campagnes/${campaign}/tournee`, {
      staircase: house.ids.staircase,
      canvasser: leaId,
      ...days,
    })
    expect(outside).toMatchObject({ status: 422, text: expect.stringContaining('sortent de la campagne') })
  })

  it('never shows the private half of a key, nor keeps it readable', async () => {
    const { rows } = await sql<{
      sealed_private_key: Buffer
    }>`select sealed_private_key from union_space.survey_key`.execute(t.owner)
    expect(rows).toHaveLength(1)
    const imported = crypto.subtle.importKey(
      'pkcs8',
      new Uint8Array(rows[0]?.sealed_private_key ?? []),
      { name: 'ECDH', namedCurve: 'P-256' },
      false,
      ['deriveBits'],
    )
    await expect(imported.catch(() => 'not a key')).resolves.toBe('not a key')
  })
})
