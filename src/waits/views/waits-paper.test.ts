import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import { typesetPdf } from '../../documents/press.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { countExits } from '../../measure/exits.ts'
import { answerOf } from '../domain/answer.ts'
import type { CountedStratum, CountedWaits } from '../domain/counted-waits.ts'
import { answerSvg, drawingsOf } from './answer-drawings.ts'
import { waitsPaper } from './waits-paper.fr.ts'

const stratum = (name: string, open: number): CountedStratum => ({
  key: { Sujet: name },
  exits: countExits(
    [
      { time: 4.5, cause: 1, count: 40 },
      { time: 60.5, cause: 0, count: open },
    ],
    5,
  ).exits,
  closedOnly: { n: 40, median: 4.25, mean: 5 },
})
const counted = (strata: readonly CountedStratum[]): CountedWaits => ({
  strata,
  asOf: '2026-02-17',
  days: 'civil',
  timeUnit: 'day',
  tie: 0.5,
  rules: '2026-11',
  lateEntries: false,
  rejects: { repeated_id: 3 },
  sources: [{ name: 'ville #1 <x>.csv', sha256: 'ab'.repeat(32), rows: 5473 }],
  grid: null,
  protected: false,
})
const many = Array.from({ length: 40 }, (_, at) => stratum(`Sujet ${at} au nom assez long`, at))

async function pagesOf(waits: CountedWaits): Promise<string[]> {
  const answer = answerOf(waits, { ci: 'log-log', tau: null, causes: null })
  const [drawing] = drawingsOf(waits, 'log-log').drawings
  if (!drawing) throw new Error('no drawing')
  const paper = waitsPaper({
    answer,
    drawing,
    since: 'depuis l’ouverture',
    madeOn: calendarDay('2026-11-23'),
  })
  const document = mupdf.Document.openDocument(await typesetPdf('waits', paper), 'application/pdf')
  return Array.from({ length: document.countPages() }, (_, at) =>
    document.loadPage(at).toStructuredText('preserve-whitespace').asText().replaceAll(/\s+/g, ' '),
  )
}

describe('one page of waits', () => {
  it('says the figures, how they are made, where they come from, how to cite them', async () => {
    const [page = '', ...others] = await pagesOf(counted([stratum('Éclairage public', 60)]))
    expect(others).toEqual([])
    for (const said of [
      'Attentes au 17 février 2026',
      '100 demandes, dont 60 attendent encore · jours civils',
      'Éclairage public 100 40 60 non atteinte',
      'règles 2026-11',
      'numéro répété 3',
      'ville #1 <x>.csv',
      'Fait le 23 novembre 2026',
    ])
      expect(page).toContain(said)
  })

  it('stays one page whatever the number of strata, and says how many it leaves out', async () => {
    const pages = await pagesOf(counted(many))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('26 strates plus petites ne sont pas montrées ici')
  })
})

describe('the drawings of an answer', () => {
  const told = { about: 'Ville', since: 'depuis l’ouverture', source: ['État au 17 février 2026.'] }
  const drawn = (strata: readonly CountedStratum[]) => drawingsOf(counted(strata), 'log-log')

  it('two strata stand in one picture', () => {
    const { drawings } = drawn([stratum('a', 10), stratum('b', 30)])
    expect(drawings.map(({ subject, compared }) => [subject.name, compared?.name])).toEqual([['a', 'b']])
  })

  it('more stand one under another, the largest first, and none shares its title with another', () => {
    const { drawings, leftOut } = drawn(many)
    expect([drawings.length, leftOut, drawings[0]?.subject.n]).toEqual([12, 28, 79])
    const svg = answerSvg(drawings, told)
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, label = ''] of svg.matchAll(/aria-labelledby="([^"]+)"/g))
      expect(label.split(' ').every((id) => ids.includes(id))).toBe(true)
    expect(svg.match(/<\?xml/g)).toHaveLength(1)
  })
})
