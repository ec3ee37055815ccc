import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import type { Moment } from '../../kernel/length.ts'
import { sayWeekday } from '../../kernel/working-calendar.fr.ts'
import { formatDay, formatDays, quote } from '../../ui/format.fr.ts'
import type { ThreadEvent } from '../domain/event.ts'
import type { PromiseFate } from '../domain/promises.ts'
import {
  CHANNEL_WORDS,
  CONTEMPT_WORDS,
  EFFECT_WORDS,
  KIND_WORDS,
  PARTY_WORDS,
  PROMISED_WORDS,
} from '../words.fr.ts'

/** «jeudi 2 juillet 2026», or the period that was said and no more. */
export const sayWhen = (happened: ApproximateDay): string =>
  happened.precision === 'day' ? sayWeekday(happened.earliest) : sayApproximateDay(happened)

/** «le 2 juillet 2026», «entre le 1er et le 30 avril 2026» told by its two days, «avant le 1er mars 2024». */
export function sayMoment({ earliest, latest }: Moment): string {
  if (earliest === latest) return `le ${formatDay(latest)}`
  return earliest === undefined
    ? `au plus tard le ${formatDay(latest)}`
    : `entre le ${formatDay(earliest)} et le ${formatDay(latest)}`
}

/** What a complaint is about: its family, and what it distinguishes when somebody said so. */
export const sayProblem = ({
  family,
  problem,
}: {
  readonly family: string
  readonly problem: string
}): string =>
  problem === family ? family : `${family}\u202f: ${problem.charAt(0).toLowerCase()}${problem.slice(1)}`

/** The title of a line, with what only its kind says. */
export function sayTitle({ kind, details }: ThreadEvent): string {
  const { title } = KIND_WORDS[kind]
  if (details.promise)
    return `${title}\u202f: ${PROMISED_WORDS[details.promise.what]} d’ici le ${formatDay(details.promise.dueOn)}`
  if (details.contempt) return `${title}\u202f: ${CONTEMPT_WORDS[details.contempt]}`
  if (details.effect) return `${title}\u202f: ${EFFECT_WORDS[details.effect]}`
  if (details.service) return `${title}\u202f: ${details.service}`
  return details.reference ? `${title}, n° ${details.reference}` : title
}

/** «Foyer, à la loge, auprès de « la gardienne »». */
export function sayWho({ actor, channel, interlocutor, byCode }: ThreadEvent): string {
  const how = byCode ? 'par son code de suivi' : channel === 'unknown' ? '' : CHANNEL_WORDS[channel]
  const ours = actor === 'household' || actor === 'union'
  const whom = interlocutor === '' ? '' : `${ours ? 'auprès de ' : ''}${quote(interlocutor)}`
  return [PARTY_WORDS[actor], how, whom].filter((part) => part !== '').join(', ')
}

/** A version of a line in one sentence, to be struck. */
export const sayVersion = (event: ThreadEvent): string =>
  [sayWhen(event.happened), sayTitle(event), sayWho(event), event.words && quote(event.words)]
    .filter((part) => part !== '')
    .join(' · ')

export function sayFate(fate: PromiseFate): string {
  switch (fate.fate) {
    case 'kept':
      return 'Tenue.'
    case 'slipped':
      return `Tenue avec ${formatDays(fate.days)} de retard.`
    case 'broken':
      return `Non tenue, dépassée de ${formatDays(fate.days)}.`
    case 'awaited':
      return fate.inDays === 0 ? 'Attendue aujourd’hui.' : `Attendue dans ${formatDays(fate.inDays)}.`
  }
}
