import { describe, expect, it } from 'vitest'
import {
  explorerHref,
  notUnderstood,
  parametersOf,
  readMonth,
  readQuestion,
  writeMonth,
} from './explorer-question.ts'

const SOURCE = '0191c4b8-5a10-7c3e-9d53-5f4f6a0a1b2c'

describe('an address of the explorer', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'nothing asked'],
    [
      { source: SOURCE, lieu: 'Ward 3', famille: 'Street Light Outage' },
      'a place and a category, as the file writes them',
    ],
    [{ source: 'reclamations', de: '2024-03', a: '2026-11' }, 'our own complaints, a period'],
    [{ avec: 'famille:Éclairage : rue', cote: 'lieu' }, 'a value with a colon in it'],
    [
      { intervalle: 'logit', horizon: '30', clos: 'oui', jours: 'ouvres', masse: 'oui', reperes: 'oui' },
      'how it is counted',
    ],
  ])('comes back from the question it asks: %o (%s)', (query) => {
    expect(Object.fromEntries(parametersOf(readQuestion(query)))).toEqual(query)
    expect(notUnderstood(query)).toEqual([])
  })

  it.each<[Record<string, string>, string]>([
    [{ source: "' or 1=1" }, 'a source that is no identifier'],
    [{ de: '2024-13' }, 'a month that is none'],
    [{ horizon: '-3' }, 'a time before the start'],
    [{ intervalle: 'bayes' }, 'an interval nobody computes here'],
    [{ avec: 'voisin:x' }, 'a comparison by nothing known'],
  ])('asks nothing by what it does not understand, and says so: %o (%s)', (query) => {
    expect(parametersOf(readQuestion(query))).toEqual([])
    expect(notUnderstood(query)).toHaveLength(1)
  })

  it('writes a change of one thing, and keeps the others', () => {
    const question = readQuestion({ source: SOURCE, famille: 'a&b' })
    expect(explorerHref(question, { closedOnly: true })).toBe(
      `/attentes?source=${SOURCE}&famille=a%26b&clos=oui`,
    )
    expect(explorerHref(readQuestion({}), {}, '.csv')).toBe('/attentes.csv')
  })

  it.each([
    ['2024-03', 24_290],
    ['0001-01', 12],
  ])('counts months: %s', (said, month) => {
    expect(readMonth(said)).toBe(month)
    expect(writeMonth(month)).toBe(said)
  })
})
