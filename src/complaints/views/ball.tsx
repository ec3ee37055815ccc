import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import type { Moment } from '../../kernel/length.ts'
import { formatCount, formatDays } from '../../ui/format.fr.ts'
import { longestSilence } from '../domain/silence.ts'
import type { ComplaintState } from '../domain/state.ts'
import { BALL_WORDS } from '../words.fr.ts'
import { sayMoment } from './thread-words.fr.ts'

type Props = { readonly state: ComplaintState; readonly today: CalendarDay }

/** Who must act now, since when, and what it cost to be heard. */
export const Ball = ({ state, today }: Props) => {
  const { ball } = state
  return (
    <section class="sheet" aria-labelledby="balle">
      <div class="ball">
        <Drawing />
        <div>
          <h2 id="balle">{ball ? BALL_WORDS[ball.holder] : 'À l’union de signaler'}</h2>
          {ball ? (
            <p>
              depuis {sayMoment(ball.since)}
              {ball.holder === 'nobody' ? null : ` (${sayHeld(ball.since, today)})`}
            </p>
          ) : null}
        </div>
      </div>
      <p class="small">{sayCosts(state, today)}</p>
    </section>
  )
}

function sayHeld({ earliest, latest }: Moment, today: CalendarDay): string {
  const days = formatDays(Math.max(0, daysBetween(latest, today)))
  return earliest === latest ? days : `au moins ${days}`
}

function sayCosts(state: ComplaintState, today: CalendarDay): string {
  const silence = longestSilence(state, today)
  const missed = state.missedAppointments
  const parts = [
    `Interlocuteur·ices\u202f: ${state.interlocutors}`,
    `relances\u202f: ${state.reminders}`,
    state.tellings > 1 ? `racontée ${state.tellings} fois` : '',
    state.transfers > 0 ? `renvois\u202f: ${state.transfers}` : '',
    missed > 0 ? `${formatCount(missed, 'rendez-vous manqué', 'rendez-vous manqués')} par l’autre côté` : '',
    state.contempts > 0 ? `manques de respect\u202f: ${state.contempts}` : '',
    state.tenant.length === 0
      ? ''
      : `silence le plus long\u202f: ${formatDays(silence.days)}${silence.running ? ', en cours' : ''}`,
  ]
  return `${parts.filter((part) => part !== '').join(' · ')}.`
}

const Drawing = () => (
  <svg viewBox="0 0 48 48" aria-hidden="true">
    <path d="M3 44V34H17V24H31" fill="none" stroke="var(--ink)" stroke-width="4" />
    <path d="M31 24H46" stroke="var(--slate)" stroke-width="6" />
    <circle cx="38" cy="13" r="8" fill="var(--brick)" />
  </svg>
)
