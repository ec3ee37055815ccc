import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { countExits } from '../../measure/exits.ts'
import { binsOf } from '../../measure/tally.ts'
import { cutStaircaseOf, staircaseOf } from '../domain/staircase.ts'
import { staircaseSvg } from './staircase-svg.tsx'
import { Staircase } from './staircase.tsx'
import {
  outOfHundred,
  sayBetween,
  sayCounts,
  sayDays,
  sayEnd,
  sayStillWaiting,
} from './staircase-words.fr.ts'

const { exits } = countExits(
  [
    { time: 3.5, cause: 1, count: 20 },
    { time: 29.5, cause: 1, count: 19 },
    { time: 45.5, cause: 0, count: 61 },
  ],
  1,
)
const drawing = staircaseOf({
  subject: { name: 'Éclairage <public>', exits },
  compared: { name: 'Ascenseurs', exits },
  closedOnly: true,
  landings: [{ kind: 'P', day: 14, words: '2 semaines\u202f: saisir', short: '2 sem.' }],
  tie: 0.5,
})

describe('a share is said of a hundred', () => {
  it.each([
    [0.614, 30, 'Sur 100\u00a0demandes, 61 attendent encore après un mois', 'the usual one'],
    [0.014, 365, 'Sur 100\u00a0demandes, une attend encore après un an', 'one is singular'],
    [0.02, 7, 'Sur 100\u00a0demandes, 2 attendent encore après une semaine', 'two are plural'],
    [0, 91, 'Sur 100\u00a0demandes, aucune n’attend plus après trois mois', 'none'],
    [0.001, 91, 'Sur 100\u00a0demandes, moins d’une attend encore après trois mois', 'not none'],
    [1, 1, 'Sur 100\u00a0demandes, toutes attendent encore après un jour', 'all'],
    [0.999, 1, 'Sur 100\u00a0demandes, plus de 99 attendent encore après un jour', 'not all'],
    [0.5, 45, 'Sur 100\u00a0demandes, 50 attendent encore après 45\u00a0jours', 'a day without a name'],
  ])('%d after %i days: «%s» (%s)', (share, day, said) => expect(sayStillWaiting(share, day)).toBe(said))

  it.each([
    [0.001, '<\u202f1'],
    [0.999, '>\u202f99'],
    [0, '0'],
    [1, '100'],
  ])('%d is %s', (share, said) => expect(outOfHundred(share)).toBe(said))
})

describe('days are said in French', () => {
  it.each([
    [102.5, '102,5\u00a0jours'],
    [1.5, '1,5\u00a0jour'],
    [1, '1\u00a0jour'],
    [2, '2\u00a0jours'],
    [1204.5, '1\u202f204,5\u00a0jours'],
  ])('%d: %s', (days, said) => expect(sayDays(days)).toBe(said))

  it.each([
    [74, 141, 'entre 74 et 141\u00a0jours'],
    [74, 'not_reached', 'au moins 74\u00a0jours'],
    ['not_reached', 'not_reached', 'on ne peut pas dire mieux'],
  ] as const)('between %s and %s: %s', (lower, upper, said) => expect(sayBetween(lower, upper)).toBe(said))
})

describe('the staircase on a page', () => {
  const html = render(<Staircase drawing={drawing} since="temps écoulé" />)
  it('is a stair: no path of it slopes', () => {
    const treads = [...html.matchAll(/class="line[ABC]" d="([^"]+)"/g)].map(([, d]) => d)
    expect(treads).toHaveLength(6) // three stairs, on a desk and on a phone
    for (const d of treads) expect(d).toMatch(/^M[\d. ]+(?:[HV][\d.]+)+$/)
  })
  it('has those still followed under it, and says why it stops', () => {
    expect(html).toContain('Demandes encore suivies')
    expect(html).toContain('La courbe s’arrête à 45\u00a0jours\u202f: rien n’a été observé plus longtemps.')
  })
  it('draws nothing for nine, and says so', () => {
    const few = countExits([{ time: 3.5, cause: 1, count: 9 }], 1).exits
    const said = render(
      <Staircase drawing={staircaseOf({ subject: { name: 'x', exits: few }, tie: 0.5 })} since="" />,
    )
    expect(said).not.toContain('<svg')
    expect(said).toContain('Moins de 10')
  })
  it('says a small rest past the end of the stair only as small', () => {
    const thin = countExits(
      [
        { time: 2.5, cause: 1, count: 31 },
        { time: 40.5, cause: 1, count: 9 },
      ],
      1,
    ).exits
    const stair = staircaseOf({
      subject: { name: 'x', exits: thin },
      compared: { name: 'y', exits },
      tie: 0.5,
    })
    expect(render(<Staircase drawing={stair} since="" />)).toContain('<td>&lt;\u202f10</td>')
    expect(sayEnd(stair.subject)).toContain('moins de 10')
  })
})

describe('the staircase as a file', () => {
  const svg = staircaseSvg({
    drawing,
    since: 'temps écoulé',
    about: 'Demandes inventées',
    source: ['État au 22 novembre 2026.'],
  })
  it('stands alone: its own colours, nothing of the house and nothing from elsewhere', () => {
    expect(svg).toMatch(/^<\?xml[^>]+>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).not.toMatch(/var\(|href=|<script|url\(/)
    expect(svg).toContain(
      '<title id="titre">Sur 100\u00a0demandes, 61 attendent encore après un mois</title>',
    )
  })
  it('carries its counts, its date and its names, whatever they are made of', () => {
    expect(svg).toContain('État au 22 novembre 2026.')
    expect(svg).toContain('Éclairage &lt;public>')
    expect(svg).toContain('encore ouvertes 61')
  })
})

it('a stair of cut counts is boxes, its sentence is between two shares, and no point of it is invented', () => {
  const waits = countExits(
    [
      { time: 3.5, cause: 1, count: 40 },
      { time: 5.5, cause: 0, count: 20 },
      { time: 20.5, cause: 1, count: 20 },
      { time: 25.5, cause: 0, count: 20 },
    ],
    1,
  ).exits
  const cut = { n: 100, bins: binsOf(waits, [2, 7, 30], false), wholeDays: true }
  const subject = { name: 'Ascenseurs', cut, told: { ended: 60, open: 40 } }
  const boxes = staircaseSvg({
    drawing: cutStaircaseOf(subject, subject, 'log-log'),
    since: 'temps écoulé',
    about: 'x',
    source: [],
  })
  expect(boxes).toContain('Sur 100\u00a0demandes, entre 0 et 30 attendent encore après un mois')
  expect(boxes).toContain('médiane entre 2 et 30\u00a0jours')
  expect(boxes).toMatch(/class="surelyB"[^]*class="surelyA"/)
  expect(boxes).not.toMatch(/class="(line[ABC]|median[AC])"/)
})

it('counts are said with their right plurals', () => {
  const one = countExits([{ time: 3.5, cause: 1 }], 1).exits
  expect(sayCounts(staircaseOf({ subject: { name: 'x', exits: one }, tie: 0.5 }).subject)).toBe(
    'x\u202f: n\u00a0=\u00a01, terminée 1, encore ouverte 0.',
  )
})
