import { expect, it } from 'vitest'
import { StartRefusal } from '../db/start-refusal.ts'
import { LOGINS, roleName } from '../db/logins.ts'
import { readConfig } from './config.ts'

const good = 'q7Zr2vX9pLm4Tn8sWk3Yb6Hd1Jc5Gf0A'
const real = { PALIER_DEMO: '0', PALIER_SECRET: good, PUBLIC_URL: 'https://palier.example.org' }

const refusalOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return 'accepted'
  } catch (error) {
    if (error instanceof StartRefusal) return error.sentence
    throw error
  }
}

it.each([
  [{}, 'accepted', 'a laptop: demonstration is the rule'],
  [real, 'accepted', 'a real installation with all it needs'],
  [
    { PALIER_DEMO: '1', DATABASE_URL: 'postgres://x' },
    'accepted',
    'a demonstration asked for in so many words',
  ],
  [{ DATABASE_URL: 'postgres://x' }, 'ne devine pas', 'a server: demonstration must be asked for'],
  [{ PUBLIC_URL: 'https://palier.example.org' }, 'ne devine pas', 'a public address: likewise'],
  [{ ...real, PALIER_SECRET: '' }, 'PALIER_SECRET manque', 'no secret'],
  [{ ...real, PALIER_SECRET: 'court' }, 'trop court', 'a short one'],
  [{ ...real, PALIER_SECRET: 'a'.repeat(40) }, 'trop régulier', 'one letter forty times'],
  [{ ...real, PALIER_SECRET: `changeme-${good}` }, 'publiée ou par défaut', 'one that everybody knows'],
  [{ PALIER_DEMO: '0', PALIER_SECRET: good }, 'PUBLIC_URL est nécessaire', 'links come from PUBLIC_URL only'],
  [{ ...real, PUBLIC_URL: 'palier.example.org' }, 'n’est pas une adresse', 'an address without its scheme'],
  [{ PALIER_DEMO: 'oui' }, 'donnez 1', 'a word where 0 or 1 is asked: nobody gets a demonstration by a slip'],
  [{ PALIER_DEMO: 'false' }, 'donnez 1', 'likewise'],
  [{ PORT: 'trois mille' }, 'donnez un nombre', 'a port in words'],
  [{ PORT: '70000' }, 'donnez un nombre', 'a port out of reach'],
  [{ ...real, PALIER_ROLES: 'p'.repeat(52) }, 'accepted', 'the longest beginning of a role name'],
  [
    { ...real, PALIER_ROLES: 'p'.repeat(53) },
    'PALIER_ROLES',
    'PostgreSQL would cut the names: two logins in one',
  ],
  [{ ...real, PALIER_ROLES: 'Palier"; --' }, 'PALIER_ROLES', 'what is no name'],
  [{ ...real, PALIER_ROLES: 'pg_palier' }, 'PALIER_ROLES', 'a name that PostgreSQL keeps for itself'],
  [{ ...real, OIDC_ISSUER: 'https://agents.example.org' }, 'donnez les trois', 'half an identity provider'],
])('%o: %s (%s)', (env, said, _why) => expect(refusalOf(env as Record<string, string>)).toContain(said))

it('never listens beyond this machine in demonstration', () => {
  expect(readConfig({}).hostname).toBe('127.0.0.1')
  expect(readConfig({ PALIER_DEMO: '1', PUBLIC_URL: 'https://demo.example.org' }).hostname).toBe('127.0.0.1')
  expect(readConfig(real).hostname).toBe('0.0.0.0')
})

it('a demonstration and a real installation have roles of their own, of names that PostgreSQL does not cut', () => {
  expect(readConfig({}).rolePrefix).toBe('palier_demo')
  expect(readConfig(real).rolePrefix).toBe('palier')
  expect(readConfig({ PALIER_ROLES: 'mine' }).rolePrefix).toBe('mine')
  const longest = readConfig({ PALIER_ROLES: 'p'.repeat(52) }).rolePrefix
  expect(Math.max(...LOGINS.map((login) => roleName(longest, login).length))).toBe(63)
})
