import { assertNever } from '../../kernel/assert-never.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { sayLength } from '../../kernel/length.fr.ts'
import type { Length } from '../../kernel/length.ts'
import { lawGivesAFigure, sayDeadlines } from './letter-deadlines.fr.ts'
import { sayEvent, TO_ITSELF, TO_OTHERS } from './letter-events.fr.ts'
import type { LetterFacts, LetterKind } from './letter-facts.ts'
import {
  AFTERWORDS,
  closing,
  DEMANDS,
  LIVES,
  LIVES_TOLD,
  NO_FIGURE,
  NO_FIGURE_TOLD,
  NO_FIGURE_WITH_DAY,
  OBJECTS,
  OPENINGS,
  OWN_WORDS,
  SALUTATIONS,
  SENT,
  SINCE,
  SUPPORTED,
  TITLES,
} from './letter-frames.fr.ts'
import { midSentence, tied, withoutColon } from './typography.ts'
import { isRightToLeft, type Letter, type LetterPart } from './letter.ts'

/** The letter that these facts make. Nothing in it is invented: no number, date or article that the facts do not hold. */
export function writeLetter(kind: LetterKind, facts: LetterFacts): Letter {
  const { household, voice } = facts
  return {
    kind,
    title: TITLES[kind],
    sender: linesOf([household.name, ...household.address]),
    addressee: addresseeOf(kind, facts),
    sending: SENT[facts.sending],
    placeAndDay: facts.writtenAt
      ? `${facts.writtenAt}, le ${sayDay(facts.today)}`
      : `Le ${sayDay(facts.today)}`,
    object: `Objet\u202f: ${OBJECTS[kind]}, «\u202f${withoutColon(facts.problem.label)}\u202f»`,
    salutation: `${SALUTATIONS[kind]},`,
    body: [...problem(kind, facts), ...thread(kind, facts), ...rights(kind, facts), ...demand(kind, facts)],
    closing: closing(kind, voice),
    signature: linesOf([household.name]),
    attachmentsTitle: 'Pièces jointes',
    attachments: linesOf(facts.attachments),
  }
}

const linesOf = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '')

const paragraph = (text: string): LetterPart => ({ kind: 'paragraph', text: tied(text) })
const heading = (text: string): LetterPart => ({ kind: 'heading', text })

function addresseeOf(kind: LetterKind, { landlord, commission }: LetterFacts): readonly string[] {
  if (kind !== 'conciliation') return linesOf([landlord.name, ...landlord.address])
  const to = commission ?? { name: 'Commission départementale de conciliation', address: [] }
  return linesOf([to.name, ...to.address])
}

function problem(kind: LetterKind, facts: LetterFacts): LetterPart[] {
  const { voice } = facts
  const isTold = kind === 'conciliation'
  const landlord = linesOf([facts.landlord.name, ...facts.landlord.address]).join(', ')
  return [
    paragraph(`${(isTold ? LIVES_TOLD : LIVES)[voice]}\u202f: ${facts.place}.`),
    ...(isTold ? [paragraph(`Bailleur\u202f: ${landlord}.`)] : []),
    paragraph(`${OPENINGS[kind][voice]}\u202f: ${midSentence(withoutColon(facts.problem.label))}.`),
    ...(facts.since ? [paragraph(`${SINCE[voice]}\u202f: ${facts.since}.`)] : []),
    ...ownWords(facts),
  ]
}

/** Each paragraph that somebody wrote is one, on the side from which it is read. */
function ownWords({ voice, problem: { words } }: LetterFacts): LetterPart[] {
  const said = linesOf(words.split('\n'))
  if (said.length === 0) return []
  return [
    paragraph(OWN_WORDS[voice]),
    ...said.map((text): LetterPart => ({ kind: 'quote', text: text.trim(), rtl: isRightToLeft(text) })),
  ]
}

function thread(kind: LetterKind, facts: LetterFacts): LetterPart[] {
  const other = kind === 'conciliation' ? TO_OTHERS : TO_ITSELF
  const rows = facts.events.map((event) => sayEvent(event, other))
  const wait = facts.wait && sayWait(facts.wait)
  return [
    ...(rows.length === 0
      ? []
      : [
          heading('Les faits, dans l’ordre'),
          { kind: 'dates' as const, head: ['Date', 'Fait'] as const, rows },
        ]),
    ...(wait ? [paragraph(wait)] : []),
  ]
}

/** A wait that is over, or begins today, has nothing to say here. */
const sayWait = (wait: Length): string | undefined =>
  wait.ended || wait.days === 0
    ? undefined
    : `À la date de cette lettre, l’attente a déjà duré ${sayLength(wait)}.`

function rights(kind: LetterKind, facts: LetterFacts): LetterPart[] {
  const { law, promised } = sayDeadlines(
    facts.deadlines,
    facts.today,
    kind === 'conciliation' ? 'commission' : 'landlord',
  )
  const noFigure = lawGivesAFigure(facts.deadlines) ? [] : [paragraph(noFigureSentence(kind, facts))]
  return [
    ...(law.length > 0 ? [heading('Ce que dit la loi'), list(law)] : []),
    ...(promised.length > 0
      ? [heading(kind === 'conciliation' ? 'Les engagements du bailleur' : 'Vos engagements'), list(promised)]
      : []),
    ...noFigure,
  ]
}

const list = (items: readonly string[]): LetterPart => ({ kind: 'list', items: items.map(tied) })

function noFigureSentence(kind: LetterKind, { askedBy, voice }: LetterFacts): string {
  switch (kind) {
    case 'conciliation':
      return NO_FIGURE_TOLD
    case 'first_request':
    case 'reminder':
    case 'formal_notice':
      return (askedBy ? NO_FIGURE_WITH_DAY : NO_FIGURE)[voice]
    default:
      return assertNever(kind)
  }
}

function demand(kind: LetterKind, { voice, askedBy, support }: LetterFacts): LetterPart[] {
  const { dated, undated } = DEMANDS[kind]
  const asked = askedBy ? dated(sayDay(askedBy)) : undated
  return [
    { kind: 'strong', text: tied(asked[voice]) },
    paragraph(AFTERWORDS[kind][voice]),
    ...(support ? [paragraph(`${SUPPORTED[voice]}\u202f: ${support}.`)] : []),
  ]
}
