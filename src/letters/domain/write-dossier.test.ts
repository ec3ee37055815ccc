import { describe, expect, it } from 'vitest'
import { calendarDay as day } from '../../kernel/calendar-day.ts'
import type { DossierDeadline, DossierFacts, DossierLine } from './dossier-facts.ts'
import { writeDossier } from './write-dossier.fr.ts'

const line: DossierLine = {
  when: '12 mars 2026',
  recordedOn: day('2026-03-14'),
  title: 'Relance',
  details: ['foyer', 'par téléphone'],
  words: '',
  evidence: 'déclaré',
  isReplaced: false,
}
const deadline: DossierDeadline = {
  kind: 'L',
  title: 'Une chose',
  length: 2,
  unit: 'months',
  dueOn: day('2026-05-12'),
  stoppedOn: undefined,
  bound: 'landlord',
  source: { title: 'Une page', article: 'art. 6' },
  isChecked: false,
  startedOn: '12 mars 2026',
  standing: { state: 'passed', since: { days: 195, unit: 'calendar_days' } },
}
const facts: DossierFacts = {
  union: 'Union des Ormes',
  asOf: day('2026-11-23'),
  place: 'Les Ormes',
  landlord: 'Bailleur',
  problem: { label: 'Pas de chauffage', words: '' },
  since: '',
  clocks: {},
  counts: {
    tellings: 1,
    reminders: 0,
    interlocutors: 0,
    transfers: 0,
    missedAppointments: 0,
    silence: { days: 1, running: true },
  },
  promises: [],
  deadlines: [],
  thread: [line],
  evidence: [],
}
const read = (some: Partial<DossierFacts>) => {
  const dossier = writeDossier({ ...facts, ...some })
  return {
    dossier,
    section: (title: string) => JSON.stringify(dossier.sections.find((s) => s.title === title)),
  }
}

describe('the two clocks', () => {
  it('stand side by side, open as «au moins», with the gap', () => {
    const { dossier } = read({
      clocks: {
        tenant: { days: 130, most: 160, ended: false },
        landlord: { days: 12, most: 12, ended: true },
        gap: { days: 118, most: 148, ended: false },
      },
    })
    expect(dossier.clocks.map(({ name, value }) => [name, value])).toEqual([
      ['Attente du foyer', 'au moins 130\u00a0jours, peut-être 160'],
      ['Durée selon le bailleur', '12\u00a0jours'],
      ['Écart', 'au moins 118\u00a0jours, peut-être 148'],
      ['Avant une réponse sur le fond', 'pas commencée'],
    ])
  })
})

describe('deadlines', () => {
  it.each([
    ['L', 'Ce que dit la loi', true],
    ['P', 'Ce qui ouvre un recours', true],
    ['C', 'Ce que le bailleur a promis', false],
    ['R', 'Repères d’ailleurs', false],
  ] as const)('%s stands alone under «%s»', (kind, title, asksForAJurist) => {
    const { dossier, section } = read({ deadlines: [{ ...deadline, kind }] })
    expect(section(title)).toContain('passé depuis 195\u00a0jours')
    expect(section(title).includes('À faire vérifier par un·e juriste')).toBe(asksForAJurist)
    expect(JSON.stringify(dossier).split('Une chose')).toHaveLength(2) // said once, in its own section
  })

  it.each([
    [{ state: 'no_figure' }, 'pas de nombre de jours'],
    [{ state: 'running', left: { days: 3, unit: 'working_days' } }, 'reste 3\u00a0jours ouvrés'],
    [{ state: 'met', before: { days: 3, unit: 'calendar_days' } }, 'tenu'],
    [{ state: 'late', by: { days: 1, unit: 'calendar_days' } }, 'fini avec 1\u00a0jour de retard'],
  ] as const)('%o is «%s»', (standing, said) => {
    expect(read({ deadlines: [{ ...deadline, standing }] }).section('Ce que dit la loi')).toContain(
      `"${said}"`,
    )
  })

  it('a row of law with neither figure nor article quotes no site as if it were law', () => {
    const bare = {
      ...deadline,
      length: null,
      unit: null,
      source: { title: 'Un site', article: null },
    } as const
    const { dossier, section } = read({ deadlines: [bare] })
    const said = section('Ce que nous n’avons pas trouvé dans la loi')
    expect(said).toContain('Une chose\u202f: aucun texte trouvé.')
    expect(said).not.toContain('Un site')
    expect(JSON.stringify(dossier)).not.toContain('Un texte oblige le bailleur')
  })

  it('a long time is read by thousands', () => {
    const standing = { state: 'passed', since: { days: 1032, unit: 'calendar_days' } } as const
    expect(read({ deadlines: [{ ...deadline, standing }] }).section('Ce que dit la loi')).toContain(
      'passé depuis 1\u202f032\u00a0jours',
    )
  })

  it('a rule without a figure is given none', () => {
    const bare = {
      ...deadline,
      length: null,
      unit: null,
      dueOn: null,
      standing: { state: 'no_figure' },
    } as const
    expect(read({ deadlines: [bare] }).section('Ce que dit la loi')).toMatch(/pas de chiffre.*pas de date/)
  })
})

describe('the thread', () => {
  it('keeps a line that was corrected, and says so', () => {
    const { section } = read({
      thread: [
        { ...line, isReplaced: true },
        { ...line, when: '11 mars 2026' },
      ],
    })
    expect(section('Le fil')).toContain(
      'Ligne corrigée ou retirée depuis\u202f: Relance (foyer, par téléphone).',
    )
    expect(section('Le fil')).toContain('11\u00a0mars 2026')
  })

  it('somebody’s words are between guillemets, on one line', () => {
    expect(read({ thread: [{ ...line, words: 'Rien.\nOn attend.' }] }).section('Le fil')).toContain(
      '«\u202fRien. On attend.\u202f»',
    )
  })
})

it('is titled with one colon', () => {
  const problem = { label: 'Chauffage\u202f: pas de chauffage', words: '' }
  expect(read({ problem }).dossier.heading).toBe('Dossier\u202f: Chauffage (pas de chauffage)')
})

it('says when it was made, by whom, how it counts, and that no piece is there', () => {
  const { dossier, section } = read({})
  expect(dossier.about).toContainEqual({ name: 'À la date du', value: '23\u00a0novembre 2026' })
  expect(section('Comment ce dossier est fait')).toContain('ne s’ajoutent pas')
  expect(section('Les pièces')).toContain('Aucune pièce')
  expect(section('Avec les mots du foyer')).toBeUndefined()
})

it.each([
  [{ fate: 'awaited', inDays: 3 }, 'attendue'],
  [{ fate: 'kept' }, 'tenue'],
  [{ fate: 'slipped', days: 4 }, 'tenue avec 4\u00a0jours de retard'],
  [{ fate: 'broken', days: 1 }, 'pas tenue, depuis 1\u00a0jour'],
] as const)('a promise %o is «%s»', (fate, said) => {
  const promises = [{ what: 'faire les travaux', madeOn: 'mars 2026', dueOn: day('2026-04-01'), fate }]
  expect(read({ promises }).section('Les promesses')).toContain(`"${said}"`)
})
