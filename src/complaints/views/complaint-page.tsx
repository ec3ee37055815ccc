import { RULES_VERSION } from '../../deadlines/public.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import { State } from '../../ui/chip.tsx'
import { formatCount, formatDay, quote } from '../../ui/format.fr.ts'
import type { OpenComplaint } from '../actions/open-complaint.ts'
import { type Wait, currentWait } from '../domain/current-wait.ts'
import { foldThread } from '../domain/fold.ts'
import { fateOf } from '../domain/promises.ts'
import type { ComplaintState } from '../domain/state.ts'
import { PROMISED_WORDS } from '../words.fr.ts'
import { Ball } from './ball.tsx'
import { CareAndTeller } from './care-and-teller.tsx'
import { ComplaintThread } from './complaint-thread.tsx'
import { Deadlines } from './deadlines.tsx'
import { Headline } from './headline.tsx'
import { sayFate, sayProblem } from './thread-words.fr.ts'
import { TwoClocks } from './two-clocks.tsx'

type Props = { readonly open: OpenComplaint; readonly today: CalendarDay }

export function ComplaintPage({ open, today }: Props) {
  const { complaint, thread, deadlines, attachments } = open
  const state = foldThread(thread)
  const wait = currentWait(state, today)
  const about = { complaintId: complaint.id, state, today, attachments }
  const running = deadlines.filter(({ run }) => run === Math.max(1, wait.times))
  return (
    <>
      <div class="cols">
        <div>
          <h1>
            <bdi>{sayProblem(complaint)}</bdi>
          </h1>
          <Headline wait={wait} state={state} thread={thread} />
          <Acts id={complaint.id} state={state} wait={wait} />
        </div>
        <Ball state={state} today={today} />
      </div>
      {wait.ours ? null : <NotTold open={open} />}
      <TwoClocks wait={wait} state={state} today={today} />
      <Promises state={state} today={today} />
      <Deadlines complaintId={complaint.id} deadlines={running} zone={complaint.holidayZone} today={today} />
      <ComplaintThread {...about} thread={thread} deadlines={running} zone={complaint.holidayZone} />
      <CareAndTeller open={open} today={today} />
      <p class="source">
        {formatCount(state.eventCount, 'événement')} · état au {formatDay(today)} · règles version{' '}
        {RULES_VERSION} · visible dans l’union par l’organisation, les référent·es et le bureau, jamais par le
        bailleur.
      </p>
    </>
  )
}

const Acts = ({ id, state, wait }: { id: string; state: ComplaintState; wait: Wait }) => {
  const path = `/reclamations/${id}/evenement`
  if (!wait.ours)
    return (
      <div class="acts">
        <a class="btn" href={`${path}?genre=first_telling`}>
          Noter le premier signalement
        </a>
        <a class="btn second" href={path}>
          Ajouter ce qui s’est passé
        </a>
        <LetterLink id={id} />
      </div>
    )
  return (
    <div class="acts">
      <a class="btn" href={path}>
        Ajouter ce qui s’est passé
      </a>
      {state.tenant.at(-1)?.until ? (
        <a class="btn second" href={`${path}?genre=recurrence`}>
          Le problème est revenu
        </a>
      ) : (
        <a class="btn second" href={`${path}?genre=confirmed_gone`}>
          C’est réparé
        </a>
      )}
      <LetterLink id={id} />
    </div>
  )
}

const LetterLink = ({ id }: { id: string }) => (
  <a class="btn second" href={`/reclamations/${id}/lettres`}>
    Lettres et dossier
  </a>
)

/** What the household said, where no line of the thread holds it yet. */
const NotTold = ({ open: { complaint } }: { open: OpenComplaint }) => (
  <section class="part">
    <h2>Ce que dit le foyer</h2>
    {complaint.words === '' ? <p>Rien n’est noté.</p> : <blockquote>{quote(complaint.words)}</blockquote>}
    {complaint.since ? <p>Dure depuis : {sayApproximateDay(complaint.since)}</p> : null}
  </section>
)

const Promises = ({ state, today }: { state: ComplaintState; today: CalendarDay }) =>
  state.promises.length === 0 ? null : (
    <section class="part" aria-labelledby="promesses">
      <h2 id="promesses">Ce qui a été promis</h2>
      <ul class="dues">
        {state.promises.map((promise) => {
          const fate = fateOf(promise, today)
          const tone = fate.fate === 'kept' ? 'kept' : fate.fate === 'awaited' ? undefined : 'late'
          return (
            <li key={promise.eventId}>
              <h3>
                <a href={`#e-${promise.eventId}`}>
                  {capital(PROMISED_WORDS[promise.what])} d’ici le {formatDay(promise.dueOn)}
                </a>
              </h3>
              <p>
                <State {...(tone && { tone })}>{sayFate(fate)}</State>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
