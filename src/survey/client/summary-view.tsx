import { answerInWords, type AskedQuestion, wordsIn } from '../domain/asked-questions.ts'
import { DOOR_PURPOSES } from '../domain/phone-words.ts'
import { longDay } from './days.ts'
import { GivenLater } from './given-later.tsx'
import type { Agreed } from './use-agreements.ts'
import type { VisitProps } from './use-visit.ts'

type SummaryProps = VisitProps & {
  readonly asked: readonly AskedQuestion[]
  readonly answers: ReadonlyMap<string, string>
  readonly agreed: Agreed
}

/** Given back at once: what was said, dated, to be read together or photographed. Then it is forgotten here. */
export const SummaryView = (p: SummaryProps) => {
  const { form, words, tag, place, asked, answers, agreed, onEnd } = p
  const told = asked.filter(({ path }) => (answers.get(path) ?? '') !== '')
  const given = DOOR_PURPOSES.filter((purpose) => agreed.get(purpose))
  return (
    <div class="sheet given">
      <h1 id="asked" class="asked" tabIndex={-1}>
        {words.visit.summary}
      </h1>
      <p>
        <strong>{words.visit.summaryOn(longDay(place.today, tag))}</strong>
      </p>
      {told.length === 0 ? <p>{words.visit.nothingSaid}</p> : null}
      <dl class="told">
        {told.map(({ path, question, rank }) => (
          <div key={path}>
            <dt>
              {rank > 1 ? `${words.visit.wait(String(rank))} · ` : ''}
              {form ? wordsIn(form, question.label, tag) : ''}
            </dt>
            <dd>
              <bdi>{form ? answerInWords(form, question, answers.get(path) ?? '', tag) : ''}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <ul>
        {given.map((purpose) => (
          <li key={purpose}>{words.consents[purpose]}</li>
        ))}
      </ul>
      <GivenLater {...p} />
      <p class="quiet">{words.visit.summaryKept}</p>
      <button class="btn wide" type="button" onClick={onEnd}>
        {words.visit.end}
      </button>
    </div>
  )
}
