import { sayLength } from '../../kernel/length.fr.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import { formatNumber, quote } from '../../ui/format.fr.ts'
import { Wait } from '../../ui/wait.tsx'
import type { Wait as OneWait } from '../domain/current-wait.ts'
import { standingEvents, type ThreadEvent } from '../domain/event.ts'
import type { ComplaintState, Run } from '../domain/state.ts'
import { sayMoment } from './thread-words.fr.ts'

type Props = {
  readonly wait: OneWait
  readonly state: ComplaintState
  readonly thread: readonly ThreadEvent[]
}

/** The one huge figure of the page, and in a sentence where it comes from. */
export function Headline({ wait: { tenant, ours, times }, state, thread }: Props) {
  if (!tenant || !ours) return <p class="lead">Pas encore signalée au bailleur : aucune horloge ne tourne.</p>
  const isVague = tenant.most !== undefined && tenant.most > tenant.days
  return (
    <>
      <Wait
        days={tenant.days}
        ended={tenant.ended && !isVague}
        before={before(ours, tenant.ended, isVague)}
      />
      {isVague ? (
        <p class="lead">
          {tenant.ended ? sayLength(tenant) : `Peut-être ${formatNumber(tenant.most ?? 0)}`} : le début n’est
          pas connu au jour près.
        </p>
      ) : null}
      <p class="lead">
        {sayTelling(thread)} {sayEnd(ours, state)}
        {times > 1 ? ` C’est la ${times}e fois que ce problème attend.` : null}
      </p>
    </>
  )
}

function before({ until, ending }: Run, ended: boolean, isVague: boolean): string {
  if (!until) return 'Attente en cours : au moins'
  if (ending === 'given_up' || ending === 'moved_out') return 'Attente sans réparation : au moins'
  return ended && !isVague ? 'Attente terminée :' : 'Attente terminée : au moins'
}

/** The telling that the present wait starts from. */
function sayTelling(thread: readonly ThreadEvent[]): string {
  const start = standingEvents(thread).findLast(
    ({ kind }) => kind === 'first_telling' || kind === 'recurrence',
  )
  if (!start) return ''
  const day = sayApproximateDay(start.happened)
  if (start.kind === 'recurrence') return `Revenue\u202f: ${day}.`
  const whom = start.interlocutor === '' ? '' : `, auprès de ${quote(start.interlocutor)}`
  return `Premier signalement\u202f: ${day}${whom}.`
}

function sayEnd({ until, ending }: Run, { contested }: ComplaintState): string {
  if (!until)
    return contested
      ? 'Le bailleur a clos le dossier ; le foyer dit que ce n’est pas réparé.'
      : 'Personne, dans le logement, n’a dit que c’était réparé.'
  if (ending === 'given_up') return `Le foyer a renoncé, ${sayMoment(until)}.`
  if (ending === 'moved_out') return `Le foyer a quitté le logement, ${sayMoment(until)}.`
  return `Le foyer a dit que c’était réparé, ${sayMoment(until)}.`
}
