import type { SpaceKind } from '../db/logins.ts'
import { type AuditVerdict, isIntact, type SpaceVerdict } from './audit-verify.ts'

const KINDS: Record<SpaceKind, string> = {
  union: 'l’union',
  desk: 'le guichet',
  programme: 'le programme',
  research: 'la recherche',
}
const MOST_NAMED = 20

const several = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`

const named = (numbers: readonly number[]): string => {
  const rest = numbers.length - MOST_NAMED
  return numbers.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` et ${several(rest, 'autre', 'autres')}` : '')
}

function faults(s: SpaceVerdict): string[] {
  const beyond = s.lostAnchors.filter((a) => a.number > s.lastSeal)
  const otherwise = s.lostAnchors.filter((a) => a.number <= s.lastSeal)
  const altered = s.altered.slice(0, MOST_NAMED).map(({ number, line }) => {
    const about = `${line.verb} sur ${line.table_name}, ${line.at}`
    return `la ligne ${number} n’est plus celle qui a été scellée (elle dit maintenant\u202f: ${about})`
  })
  if (s.altered.length > MOST_NAMED)
    altered.push(`et ${s.altered.length - MOST_NAMED} autres lignes changées`)
  return [
    ...altered,
    ...(s.removed.length > 0 ? [`des lignes ont été enlevées\u202f: ${named(s.removed)}`] : []),
    ...(beyond.length > 0
      ? [`la fin est coupée\u202f: le dernier sceau est ${s.lastSeal}, l’ancrage va jusqu’à ${s.lastAnchor}`]
      : []),
    ...(otherwise.length > 0
      ? [`la chaîne a été réécrite\u202f: l’ancrage diffère à ${named(otherwise.map((a) => a.number))}`]
      : []),
  ]
}

function remarks(s: SpaceVerdict): string[] {
  return [
    ...(s.lastSeal > 0 && s.lastAnchor === 0
      ? ['aucun ancrage hors de la base\u202f: une réécriture complète ne se verrait pas']
      : []),
    ...(s.purged > 0
      ? [`${several(s.purged, 'ligne effacée', 'lignes effacées')} à l’échéance, comme l’écrit le registre`]
      : []),
    ...(s.unsealed > 0
      ? [`${several(s.unsealed, 'ligne n’est pas encore scellée', 'lignes ne sont pas encore scellées')}`]
      : []),
  ]
}

/** One sentence per finding, ready to be printed. @param nameOf the name of a space, when it still has one. */
export function auditSentences(verdict: AuditVerdict, nameOf: (space: string) => string): string[] {
  const said = verdict.spaces.flatMap((s) => {
    const about = `${nameOf(s.space)} (${KINDS[s.kind]})`
    const whole = `${several(s.lastSeal, 'ligne scellée', 'lignes scellées')}, la chaîne est entière`
    return [...(isIntact(s) ? [whole] : faults(s)), ...remarks(s)].map((text) => `${about}\u202f: ${text}.`)
  })
  const torn = verdict.unreadableAnchors
  return torn > 0
    ? [...said, `${several(torn, 'ancrage est illisible', 'ancrages sont illisibles')} dans le fichier.`]
    : said
}
