import { wordsAt } from '../../instruments/domain/answers/open-form.ts'
import {
  type AskedQuestion,
  languageOf,
  type OpenRepeat,
  openRepeats,
  standingAnswers,
  wordsIn,
} from '../domain/asked-questions.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { ConsentsView } from './consents-view.tsx'
import { QuestionView } from './question.tsx'
import { SummaryView } from './summary-view.tsx'
import { useVisit, type VisitProps } from './use-visit.ts'

/** A visit, one question at a time, then what is agreed to, then what was said. */
export const VisitScreen = (p: VisitProps) => {
  const { words } = p
  const v = useVisit(p)
  const asked = v.asked()
  if (v.stage === 'summary') {
    const answers = v.answers ? standingAnswers(v.answers) : new Map<string, string>()
    return <SummaryView {...p} asked={asked} answers={answers} agreed={v.agreed} />
  }
  const current = asked.find(({ path }) => path === v.stage)
  if (current) return <Asking {...p} visiting={v} current={current} isFirst={current === asked[0]} />
  return (
    <ConsentsView
      words={words}
      tag={p.tag}
      agreed={v.agreed}
      onAgree={(...said) => void v.agree(...said)}
      onGive={(contact) => void v.give(contact)}
      onClose={() => void v.close()}
    >
      {(v.answers ? openRepeats(v.answers) : []).map((open) => (
        <button
          key={`${open.parent}/${open.repeat.name}`}
          class="btn second wide"
          type="button"
          onClick={() => v.addTo(open)}
        >
          {anotherOf(p, open)}
        </button>
      ))}
    </ConsentsView>
  )
}

function anotherOf({ form, words, tag }: VisitProps, { repeat }: OpenRepeat): string {
  const label = form ? wordsIn(form, repeat.label, tag) : ''
  return label === '' ? words.visit.another : `+ ${label}`
}

type AskingProps = VisitProps & {
  readonly visiting: ReturnType<typeof useVisit>
  readonly current: AskedQuestion
  readonly isFirst: boolean
}

const Asking = (p: AskingProps) => {
  const { words, tag, visiting, current } = p
  const { answers, stage, wrong } = visiting
  if (!answers) return null
  return (
    <>
      <p class="quiet">{current.rank > 0 ? words.visit.wait(String(current.rank)) : words.visit.title}</p>
      <QuestionView
        key={current.path}
        {...{ answers, tag }}
        asked={current}
        say={words.visit}
        wrong={wrong === stage ? whyNot(p) : undefined}
        onAnswer={(...said) => void visiting.say(current.path, ...said)}
      />
      <VisitSteps {...p} />
    </>
  )
}

/** The author's own words for what is wrong, else ours. */
function whyNot({ words: { visit }, tag, visiting: { answers }, current }: AskingProps): string | undefined {
  const { question, path, violation } = current
  if (!answers || !violation) return undefined
  const isBlank = violation === 'required'
  const own = isBlank ? question.requiredMessage : question.constraintMessage
  const words = wordsAt(answers, path, own, languageOf(answers.form, tag))
  return words || (isBlank ? visit.required : visit.wrong)
}

/** Before, after, and the way out: a household may stop anywhere. */
const VisitSteps = ({ words, visiting, current, isFirst }: AskingProps) => (
  <div class="outcomes steps">
    <button class="btn" type="button" disabled={isFirst} onClick={() => visiting.step(current.path, -1)}>
      {words.visit.previous}
    </button>
    <button class="btn" type="button" onClick={() => visiting.step(current.path, 1)}>
      {forward(words.visit, current)}
    </button>
    <button class="btn wholerow" type="button" onClick={() => visiting.go('consents')}>
      {words.visit.stop}
    </button>
  </div>
)

const forward = (say: PhoneWords['visit'], { value, question, isReadOnly }: AskedQuestion): string =>
  value !== '' || question.type === 'note' || isReadOnly ? say.next : say.skip
