import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, calendarDay as day } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { EVENT_KINDS, CHANNELS, PROMISED } from '../../complaints/domain/event-kinds.ts'
import { UNITS } from '../../kernel/working-calendar.ts'
import {
  KEPT_OUT,
  LETTER_KINDS,
  type LetterDeadline,
  type LetterEvent,
  type LetterEventKind,
  type LetterFacts,
  SENDINGS,
  VOICES,
} from './letter-facts.ts'
import { letterText } from './letter-text.ts'
import { writeLetter } from './write-letter.fr.ts'

const bare: LetterFacts = {
  voice: 'je',
  household: { name: 'Exemple', address: [] },
  landlord: { name: 'Bailleur', address: [] },
  commission: undefined,
  support: undefined,
  problem: { label: 'Pas de chauffage', words: '' },
  place: 'Les Ormes',
  since: '',
  wait: undefined,
  events: [],
  deadlines: [],
  askedBy: undefined,
  sending: 'letter',
  writtenAt: '',
  today: day('2026-11-23'),
  attachments: [],
}

const deadline: LetterDeadline = {
  kind: 'L',
  title: 'Une chose',
  length: null,
  unit: null,
  dueOn: null,
  stoppedOn: undefined,
  bound: 'landlord',
  source: { title: 'Une page', article: 'art. x' },
  isChecked: false,
}

const EVERY_KIND = EVENT_KINDS.map(({ kind }) => kind).filter(
  (kind): kind is LetterEventKind => !KEPT_OUT.some((out) => out === kind),
)
const everyEvent: readonly LetterEvent[] = EVERY_KIND.map((kind) => ({ kind, when: 'un jour' }))
const write = (kind: (typeof LETTER_KINDS)[number], facts: Partial<LetterFacts>) =>
  letterText(writeLetter(kind, { ...bare, ...facts }))

const aText = fc.stringMatching(/^[a-zé]{1,6} ?[0-9]{0,6}$/)
const aDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date): CalendarDay => day(date.toISOString().slice(0, 10)))
const aParty = fc.record({ name: aText, address: fc.array(aText, { maxLength: 3 }) })
const someFacts: fc.Arbitrary<LetterFacts> = fc.record({
  voice: fc.constantFrom(...VOICES),
  household: aParty,
  landlord: aParty,
  commission: fc.option(aParty, { nil: undefined }),
  support: fc.option(aText, { nil: undefined }),
  problem: fc.record({ label: aText, words: aText }),
  place: aText,
  since: aText,
  wait: fc.option(fc.record({ days: fc.nat(9999), most: fc.nat(9999), ended: fc.boolean() }), {
    nil: undefined,
  }),
  events: fc.array(
    fc.record({
      kind: fc.constantFrom(...EVERY_KIND),
      when: aText,
      channel: fc.constantFrom(...CHANNELS),
      promise: fc.record({
        what: fc.constantFrom(...PROMISED),
        dueOn: aDay,
        fate: fc.constantFrom('broken', 'kept', 'slipped', 'awaited'),
      }),
      service: aText,
      reference: aText,
    }),
    { maxLength: 6 },
  ),
  deadlines: fc.array(
    fc.record({
      kind: fc.constantFrom('L', 'P', 'C', 'R'),
      title: aText,
      length: fc.option(fc.integer({ min: 1, max: 999 })),
      unit: fc.option(fc.constantFrom(...UNITS)),
      dueOn: fc.option(aDay),
      stoppedOn: fc.option(aDay, { nil: undefined }),
      bound: fc.constantFrom('landlord', 'tenant', 'authority'),
      source: fc.record({ title: aText, article: fc.option(aText) }),
      isChecked: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  askedBy: fc.option(aDay, { nil: undefined }),
  sending: fc.constantFrom(...SENDINGS),
  writtenAt: aText,
  today: aDay,
  attachments: fc.array(aText, { maxLength: 3 }),
})

/** «1 234» is one number. */
const numbersIn = (text: string): string[] => text.replace(/(?<=\d)\u202f(?=\d{3})/g, '').match(/\d+/g) ?? []

/** Every number of the facts, as facts write it and, for a day, as French says it. */
function givenNumbers(facts: LetterFacts): Set<string> {
  const days = JSON.stringify(facts).match(/\d{4}-\d{2}-\d{2}/g) ?? []
  return new Set([
    ...numbersIn(JSON.stringify(facts)),
    ...days.flatMap((each) => numbersIn(sayDay(day(each)))),
  ])
}

describe('no number is invented', () => {
  it('every digit of a letter is of the facts, the deadlines, the days or the articles given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LETTER_KINDS), someFacts, (kind, facts) => {
        const given = givenNumbers(facts)
        expect(numbersIn(letterText(writeLetter(kind, facts))).filter((n) => !given.has(n))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('nor is one written in letters', () => {
    const NUMBERS =
      /(?<!\p{L})(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|soixante|cent|mille|huitaine|quinzaine|mensuel|semaines?|ans?|années?)(?!\p{L})/iu
    for (const kind of LETTER_KINDS)
      for (const voice of VOICES)
        for (const askedBy of [undefined, day('2026-12-01')])
          expect(write(kind, { voice, askedBy, events: everyEvent })).not.toMatch(NUMBERS)
  })
})

describe('what is law, what is a remedy, what is a promise', () => {
  const C = {
    ...deadline,
    kind: 'C',
    length: 24,
    unit: 'hours',
    source: { title: 'Charte', article: null },
  } as const
  it.each([
    [
      'law with a figure',
      { ...deadline, length: 1, unit: 'months', dueOn: day('2026-10-01') },
      'Une chose. La loi impose un délai de 1\u00a0mois (art. x). Ce délai a pris fin le 1er\u00a0octobre 2026.',
    ],
    ['law without a figure', deadline, 'Une chose. La loi l’impose, sans fixer de nombre de jours (art. x).'],
    [
      'a remedy does not oblige to repair',
      { ...deadline, kind: 'P', length: 2, unit: 'months', dueOn: day('2026-12-01') },
      'Délai\u202f: 2\u00a0mois (art. x). Ce délai ouvre un recours, il n’oblige pas à réparer. Il prend fin le 1er\u00a0décembre 2026.',
    ],
    [
      'a promise is the landlord’s own',
      C,
      'Une chose. Vous avez promis un délai de 24\u00a0heures (Charte).',
    ],
  ] as const)('%s', (_, each, sentence) => {
    expect(write('reminder', { deadlines: [each] })).toContain(sentence)
  })

  it('a charter is never under «la loi»', () => {
    const text = write('formal_notice', { deadlines: [C] })
    expect(text).not.toContain('Ce que dit la loi')
    expect(text).not.toMatch(/la loi (?:l’)?impose/i)
    expect(write('conciliation', { deadlines: [C] })).toContain('Le bailleur a promis un délai')
  })

  it.each([
    ['a foreign or recommended norm', { ...deadline, kind: 'R', length: 10, unit: 'working_days' }],
    ['what binds the tenant', { ...deadline, bound: 'tenant' }],
    ['what binds an authority', { ...deadline, bound: 'authority' }],
    ['law without figure or article', { ...deadline, source: { title: 'Une page', article: null } }],
    [
      'what was met',
      { ...deadline, length: 2, unit: 'months', dueOn: day('2026-10-01'), stoppedOn: day('2026-10-01') },
    ],
  ] as const)('%s is not in a letter', (_, each) => {
    for (const kind of LETTER_KINDS) expect(write(kind, { deadlines: [each] })).not.toContain('Une chose')
  })

  it.each([
    ['nothing is in the register', [], true],
    ['law without a figure', [deadline], true],
    ['only a remedy has one', [{ ...deadline, kind: 'P', length: 2, unit: 'months' }], true],
    ['only a charter has one', [C], true],
    ['the law has one', [{ ...deadline, length: 1, unit: 'months' }], false],
  ] as const)('«la loi ne fixe pas de nombre de jours»: %s → %s', (_, deadlines, said) => {
    for (const kind of LETTER_KINDS) {
      const text = write(kind, { deadlines, askedBy: day('2026-12-07') })
      expect(text.includes('la loi ne fixe pas de nombre de jours')).toBe(said)
      expect(text).toContain('au plus tard le 7\u00a0décembre 2026') // the household's day, figure or not
    }
  })

  it('a rule that nobody checked says nothing of it to the landlord', () => {
    expect(write('reminder', { deadlines: [deadline] })).toBe(
      write('reminder', { deadlines: [{ ...deadline, isChecked: true }] }),
    )
  })
})

it.each([
  ['Chauffage\u202f: logement difficile à chauffer', 'chauffage (logement difficile à chauffer)'],
  ['Humidité et moisissures\u202f: dans la cuisine', 'humidité et moisissures (dans la cuisine)'],
  ['Eau\u202f: fuite (gouttière)', 'eau, fuite (gouttière)'],
  ['VMC en panne', 'VMC en panne'],
])('«%s» brings no second colon', (label, said) => {
  for (const kind of LETTER_KINDS) {
    const { object, body } = writeLetter(kind, { ...bare, problem: { label, words: '' } })
    const opening = body.flatMap((part) => ('text' in part && part.text.includes(said) ? part.text : []))
    expect(opening).toHaveLength(1)
    for (const line of [object, ...opening]) expect([line, line.split(':').length]).toEqual([line, 2])
    expect(object.toLowerCase()).toContain(said.toLowerCase())
  }
})

describe('who speaks', () => {
  const ALONE = /(?<!\p{L})(?:je|j’|mon|ma|mes|moi|me|m’)(?!\p{L})|j’|m’/iu
  const TOGETHER = /(?<!\p{L})(?:nous|notre|nos)(?!\p{L})/iu
  it.each(LETTER_KINDS)('%s: one voice from end to end', (kind) => {
    for (const askedBy of [undefined, day('2026-12-07')]) {
      const rest = { askedBy, support: 'Union', problem: { label: 'Bruit', words: 'Fort.' }, since: 'hier' }
      expect(write(kind, { ...rest, voice: 'nous' })).not.toMatch(ALONE)
      const alone = write(kind, { ...rest, voice: 'je' }).replace('la commission nous entende', '')
      expect(alone).not.toMatch(TOGETHER)
      expect(alone).toMatch(ALONE)
    }
  })

  it('a household’s lines stay as they were written, each on its side', () => {
    const { body } = writeLetter('first_request', {
      ...bare,
      problem: { label: 'Bruit', words: 'Un .\n\nلا' },
    })
    expect(body.filter(({ kind }) => kind === 'quote')).toEqual([
      { kind: 'quote', text: 'Un .', rtl: false },
      { kind: 'quote', text: 'لا', rtl: true },
    ])
  })

  it('to a commission, the landlord is somebody else', () => {
    const text = write('conciliation', { events: everyEvent })
    expect(text).toContain('Bailleur\u202f: Bailleur.')
    expect(text).not.toMatch(/vos services|Vous avez promis/)
    expect(write('reminder', { events: everyEvent })).not.toContain('par le bailleur')
  })

  it.each([
    [{ days: 12, ended: false }, 'au moins 12\u00a0jours'],
    [{ days: 1, most: 1, ended: false }, 'au moins 1\u00a0jour.'],
    [{ days: 130, most: 160, ended: false }, 'au moins 130\u00a0jours, peut-être 160.'],
    [{ days: 1234, ended: false }, 'au moins 1\u202f234\u00a0jours'],
  ])('a wait of %o is %s', (wait, said) => {
    expect(write('reminder', { wait })).toContain(`l’attente a déjà duré ${said}`)
  })
})
