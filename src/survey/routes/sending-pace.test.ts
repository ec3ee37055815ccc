import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { type App, testApp } from '../../../tools/testing/people.ts'

let t: TestDatabase
let app: App
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, () => new Date('2026-11-24T10:00:00Z'))
})
afterAll(() => t.stop())

const asks = (token: string) =>
  app.request(
    new Request('http://localhost:3000/porte-a-porte/rapprochement', {
      method: 'POST',
      headers: {
        host: 'localhost:3000',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: '{"sent":[]}',
    }),
  )

it('a token that asks without end waits, known or not, and is told for how long; another does not', async () => {
  const [eager, other] = ['a'.repeat(40), 'b'.repeat(40)]
  const answers = []
  for (let at = 0; at < 61; at++) answers.push(await asks(eager))
  expect(answers.slice(0, 60).every(({ status }) => status === 401)).toBe(true)
  expect([answers[60]?.status, answers[60]?.headers.get('retry-after')]).toEqual([429, '3600'])
  expect((await asks(other)).status).toBe(401)
})
