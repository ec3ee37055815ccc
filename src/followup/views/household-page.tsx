import { daysBetween } from '../../kernel/calendar-day.ts'
import { Chip } from '../../ui/chip.tsx'
import { type ClockBar, ClockGap, Clocks } from '../../ui/clocks.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Thread } from '../../ui/thread.tsx'
import { Wait } from '../../ui/wait.tsx'
import { type Act, ACT_PATHS } from '../domain/act.ts'
import type { FollowedWait } from '../domain/followed-wait.ts'
import { inLanguage } from '../domain/language.ts'
import type { Speech } from '../domain/speech.ts'
import { LanguageLinks } from './language-links.tsx'
import { shownLines } from './told-lines.tsx'

type Props = { readonly speech: Speech; readonly followed: FollowedWait; readonly done?: Act }

/** One wait, followed by its household: nothing here says who they are or where they live. */
export const HouseholdPage = ({ speech, followed, done }: Props) => {
  const { say, language } = speech
  return (
    <>
      <LanguageLinks speech={speech} path="/suivi" />
      <h1>{speech.problem(followed.problemCode)}</h1>
      {done === undefined ? null : (
        <Notice tone="moss">
          <p role="status">
            <strong>{say.acts[done].done}</strong>
          </p>
          <p>{say.acts.mistake}</p>
        </Notice>
      )}
      <BigWait speech={speech} followed={followed} />
      <WhoActs speech={speech} followed={followed} />
      <TwoClocks speech={speech} followed={followed} />
      <WhatToDo speech={speech} followed={followed} />
      <section class="part" aria-labelledby="fil">
        <h2 id="fil">{say.thread.title}</h2>
        <Thread
          events={shownLines(followed, speech)}
          words={{
            legend: say.thread.legend,
            ours: say.thread.ours,
            theirs: say.thread.theirs,
            passes: say.thread.passes,
          }}
        />
        <p class="small quiet">{say.thread.hidden}</p>
      </section>
      <Form action={inLanguage('/suivi/fermer', language)}>
        <div class="acts">
          <button class="btn second" type="submit">
            {say.leave}
          </button>
        </div>
      </Form>
      <p class="small quiet">{say.notes}</p>
    </>
  )
}

type Part = { readonly speech: Speech; readonly followed: FollowedWait }

const BigWait = ({ speech: { say, count }, followed }: Part) => {
  const { tenant, ours } = followed.wait
  if (!tenant) return <p class="lead">{say.wait.notTold}</p>
  return (
    <Wait
      days={tenant.days}
      ended={tenant.ended}
      before={tenant.ended ? say.wait.over : ours?.until ? say.wait.stopped : say.wait.running}
      unit={count(tenant.days, say.wait.unit)}
    />
  )
}

const WhoActs = ({ speech: { say, day, language }, followed: { state, next } }: Part) => (
  <section class="sheet" aria-labelledby="a-qui">
    <h2 id="a-qui">{say.ball.title}</h2>
    <p>
      <strong>{say.ball[state.ball?.holder ?? 'unknown']}</strong>
    </p>
    <h3>{say.deadline.title}</h3>
    {next === undefined ? (
      <p>{say.deadline.none}</p>
    ) : (
      <p>
        <Chip kind={next.kind} word={say.deadline.words[next.kind]} />{' '}
        {next.passed ? say.deadline.passed(day(next.dueOn)) : say.deadline.due(day(next.dueOn))}{' '}
        {say.deadline.meaning[next.kind]}
        <span class="quiet">{language === 'fr' ? next.title : <bdi lang="fr">{next.title}</bdi>}.</span>
      </p>
    )}
  </section>
)

const TwoClocks = ({ speech: { say, length }, followed: { wait, today } }: Part) => {
  const { ours, theirs, tenant, landlord, gap } = wait
  if (!ours || !tenant) return null
  const origin = ours.from.latest
  const bar = (run: typeof ours, said: string, note: string): ClockBar => ({
    from: Math.max(0, daysBetween(origin, run.from.latest)),
    ...(run.until && { to: Math.max(0, daysBetween(origin, run.until.latest)) }),
    said,
    note,
  })
  const theirsNote = theirs?.until ? say.clocks.theirsEnded : say.clocks.theirsRunning
  return (
    <section class="part" aria-labelledby="horloges">
      <h2 id="horloges">{say.clocks.title}</h2>
      <Clocks
        ours={bar(ours, length(tenant), say.clocks.oursNote)}
        {...(theirs && landlord && { theirs: bar(theirs, length(landlord), theirsNote) })}
        today={Math.max(1, daysBetween(origin, ours.until?.latest ?? today))}
        names={say.clocks}
      />
      {gap ? <ClockGap said={length(gap)} name={say.clocks.gap} /> : <p>{say.clocks.noTheirs}</p>}
    </section>
  )
}

const WhatToDo = ({ speech: { say, language }, followed: { acts } }: Part) => (
  <section class="part" aria-labelledby="agir">
    <h2 id="agir">{say.acts.title}</h2>
    <div class="acts">
      {acts.map((act, i) => (
        <a key={act} class={i === 0 ? 'btn' : 'btn second'} href={inLanguage(ACT_PATHS[act], language)}>
          {say.acts[act].link}
        </a>
      ))}
    </div>
  </section>
)
