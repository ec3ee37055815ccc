import type { PromiseFate } from '../../complaints/domain/promises.ts'
import { assertNever } from '../../kernel/assert-never.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { sayLength } from '../../kernel/length.fr.ts'
import type { Length } from '../../kernel/length.ts'
import { sayLength as sayDays } from '../../kernel/working-calendar.fr.ts'
import { deadlineSections } from './dossier-deadlines.fr.ts'
import type { DossierFacts, DossierLine } from './dossier-facts.ts'
import type { Dossier, DossierClock, DossierPart, DossierSection } from './dossier.ts'
import { isRightToLeft } from './letter.ts'
import { tied, withoutColon } from './typography.ts'

/** The printed file of one complaint: what is held, on which day, how it was counted, and what is not known. */
export function writeDossier(facts: DossierFacts): Dossier {
  return {
    title: 'Dossier d’une réclamation',
    heading: `Dossier\u202f: ${withoutColon(facts.problem.label)}`,
    about: aboutOf(facts),
    clocks: clocksOf(facts),
    sections: [
      ...words(facts),
      countsOf(facts),
      ...promisesOf(facts),
      ...deadlineSections(facts.deadlines),
      threadOf(facts),
      evidenceOf(facts),
      method(facts),
    ],
  }
}

const aboutOf = ({
  place,
  landlord,
  since,
  asOf,
  union,
}: DossierFacts): readonly Dossier['about'][number][] =>
  [
    { name: 'Lieu', value: place },
    { name: 'Bailleur', value: landlord },
    { name: 'Début du problème', value: since || 'non précisé' },
    { name: 'Préparé par', value: union },
    { name: 'À la date du', value: sayDay(asOf) },
  ].map(({ name, value }) => ({ name, value: tied(value) }))

/** The household's, the landlord's, and the gap: side by side, never added. */
function clocksOf({ clocks: { tenant, landlord, answer, gap } }: DossierFacts): readonly DossierClock[] {
  const said = (length: Length | undefined) => (length ? sayLength(length) : 'pas commencée')
  return [
    {
      name: 'Attente du foyer',
      value: said(tenant),
      note: 'de la première fois que c’est dit jusqu’à ce que le foyer dise que c’est réparé',
    },
    { name: 'Durée selon le bailleur', value: said(landlord), note: 'de son enregistrement à sa clôture' },
    ...(gap ? [{ name: 'Écart', value: sayLength(gap), note: 'ce que le foyer attend de plus' }] : []),
    {
      name: 'Avant une réponse sur le fond',
      value: said(answer),
      note: 'de la première fois que c’est dit à une réponse',
    },
  ]
}

const quoted = (text: string): DossierPart[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'quote', text: line.trim(), rtl: isRightToLeft(line) }))

const words = ({ problem }: DossierFacts): DossierSection[] =>
  problem.words.trim() === '' ? [] : [{ title: 'Avec les mots du foyer', parts: quoted(problem.words) }]

function countsOf({ counts }: DossierFacts): DossierSection {
  const { days, running } = counts.silence
  return {
    title: 'Ce que cela a demandé',
    parts: [
      {
        kind: 'list',
        items: [
          `Histoire racontée\u202f: ${counts.tellings}\u00a0fois.`,
          `Relances\u202f: ${counts.reminders}.`,
          `Personnes différentes à qui il a fallu parler\u202f: ${counts.interlocutors}.`,
          `Renvois d’un service à un autre\u202f: ${counts.transfers}.`,
          `Rendez-vous manqués par le bailleur ou une entreprise\u202f: ${counts.missedAppointments}.`,
          `Plus long silence\u202f: ${running ? 'au moins ' : ''}${sayDays(days, 'calendar_days')}${running ? ', en cours' : ''}.`,
        ],
      },
    ],
  }
}

function promisesOf({ promises }: DossierFacts): DossierSection[] {
  if (promises.length === 0) return []
  const rows = promises.map(({ what, madeOn, dueOn, fate }) =>
    [what, madeOn, sayDay(dueOn), sayFate(fate)].map(tied),
  )
  const head = ['Promesse', 'Faite', 'Pour le', 'À cette date']
  return [{ title: 'Les promesses', parts: [{ kind: 'table', head, widths: [3, 3, 3, 3], rows }] }]
}

function sayFate(fate: PromiseFate): string {
  const days = 'days' in fate ? sayDays(fate.days, 'calendar_days') : ''
  switch (fate.fate) {
    case 'awaited':
      return 'attendue'
    case 'kept':
      return 'tenue'
    case 'slipped':
      return `tenue avec ${days} de retard`
    case 'broken':
      return `pas tenue, depuis ${days}`
    default:
      return assertNever(fate)
  }
}

function threadOf({ thread }: DossierFacts): DossierSection {
  const head = ['Quand', 'Ce qui s’est passé', 'Preuve', 'Noté le']
  const rows = thread.map((line) =>
    [line.when, lineText(line), line.evidence, sayDay(line.recordedOn)].map(tied),
  )
  return { title: 'Le fil', parts: [{ kind: 'table', head, widths: [3, 7, 2, 3], rows }] }
}

function lineText({ title, details, words: said, isReplaced }: DossierLine): string {
  const about = details.length > 0 ? ` (${details.join(', ')})` : ''
  const quote = said.trim() === '' ? '' : ` «\u202f${said.trim().replace(/\s*\n\s*/g, ' ')}\u202f»`
  return `${isReplaced ? 'Ligne corrigée ou retirée depuis\u202f: ' : ''}${title}${about}.${quote}`
}

function evidenceOf({ evidence }: DossierFacts): DossierSection {
  const items = evidence.map(({ name, addedOn }) => tied(`${name}, ajoutée le ${sayDay(addedOn)}`))
  return {
    title: 'Les pièces',
    parts: [
      items.length === 0
        ? { kind: 'paragraph', text: 'Aucune pièce n’est jointe au fil.' }
        : { kind: 'list', items },
    ],
  }
}

const method = ({ asOf }: DossierFacts): DossierSection => ({
  title: 'Comment ce dossier est fait',
  parts: [
    {
      kind: 'paragraph',
      text: tied(
        `Ce dossier montre ce que le foyer et l’union ont noté, au ${sayDay(asOf)}. Les deux durées sont comptées en jours, séparément\u202f: celle du foyer et celle du bailleur ne s’ajoutent pas. Une attente qui n’est pas finie est «\u202fau moins\u202f» aussi longue. Une date retenue de mémoire reste approchée\u202f: la durée va alors du plus court au plus long. Un silence ne clôt rien.`,
      ),
    },
    {
      kind: 'paragraph',
      text: 'Les délais sont ceux qui étaient en vigueur quand ils ont commencé. Un délai promis par le bailleur n’est pas une loi, et un repère d’un autre pays n’oblige personne ici. Ce que le bailleur n’a pas dit au foyer n’est pas dans ce dossier\u202f: il peut y répondre.',
    },
  ],
})
