import { useEffect, useState } from 'preact/hooks'
import type { Form } from '../../instruments/domain/form.ts'
import { type AskedQuestion, askedQuestions, hasRepeat } from '../domain/asked-questions.ts'
import { DOOR_WORDING, type DoorPurpose, type PhoneWords } from '../domain/phone-words.ts'
import type { OpenVisit } from './database.ts'
import { ConsentsView } from './consents-view.tsx'
import { closeVisit, type Place, tell, type Telling } from './gestures.ts'
import { QuestionView } from './question.tsx'
import { SummaryView } from './summary-view.tsx'
import { tellVisitOpen } from './take-over.ts'
import type { Phone } from './use-phone.ts'

export type VisitProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: OpenVisit
  readonly form: Form | undefined
  readonly words: PhoneWords
  readonly tag: string
  readonly onEnd: () => void
}

export type Answers = ReadonlyMap<string, string>
export type Agreed = ReadonlyMap<DoorPurpose, boolean>

/** What is said lives here, in memory, until the visit ends; each word is sealed on the disk as it is said. */
export const VisitScreen = (p: VisitProps) => {
  const { form, words, tag } = p
  const v = useVisit(p)
  if (v.stage === 'summary')
    return <SummaryView {...p} asked={v.asked} answers={v.answers} agreed={v.agreed} />
  const current = typeof v.stage === 'number' ? v.asked[v.stage] : undefined
  if (!form || !current || typeof v.stage !== 'number')
    return (
      <ConsentsView
        words={words}
        agreed={v.agreed}
        onAgree={(...said) => void v.agree(...said)}
        onClose={() => void v.close()}
      >
        {form && hasRepeat(form) ? (
          <button class="btn second wide" type="button" onClick={v.tellAnother}>
            {words.visit.another}
          </button>
        ) : null}
      </ConsentsView>
    )
  return (
    <>
      <p class="quiet">{current.rank > 0 ? words.visit.wait(String(current.rank)) : words.visit.title}</p>
      <QuestionView
        key={current.path}
        {...{ form, tag }}
        question={current.question}
        value={v.answers.get(current.path) ?? ''}
        say={words.visit}
        onAnswer={(value, goOn) => void v.answer(current, value, goOn)}
      />
      <VisitSteps words={words} stage={v.stage} total={v.asked.length} onGo={v.go} />
    </>
  )
}

/** Where one is in the visit, what was said, and how each word is kept. */
function useVisit({ phone, place, visit, form, tag }: VisitProps) {
  const [answers, setAnswers] = useState<Answers>(new Map())
  const [agreed, setAgreed] = useState<Agreed>(new Map())
  const [waits, setWaits] = useState(1)
  const [stage, go] = useState<number | 'consents' | 'summary'>(form ? 0 : 'consents')
  useEffect(() => {
    tellVisitOpen(true)
    return () => tellVisitOpen(false)
  }, [])
  useEffect(() => document.querySelector<HTMLElement>('#asked')?.focus(), [stage])
  const say = (telling: Pick<Telling, 'kind' | 'body'>) => phone.act(() => tell(place, visit, telling))
  const asked = form ? askedQuestions(form, waits) : []
  const answer = async ({ path }: AskedQuestion, value: string, goOn: boolean): Promise<void> => {
    const isNew = value !== (answers.get(path) ?? '')
    if (isNew && !(await say(answerTelling(path, value)))) return
    setAnswers(new Map(answers).set(path, value))
    if (goOn && typeof stage === 'number') go(stage + 1 < asked.length ? stage + 1 : 'consents')
  }
  const agree = async (purpose: DoorPurpose, yes: boolean): Promise<void> => {
    const given = { kind: 'consent_given', body: { purpose, wording: `${DOOR_WORDING}.${tag}` } } as const
    const withdrawn = { kind: 'consent_withdrawn', body: { purpose } } as const
    const isNew = yes !== (agreed.get(purpose) ?? false)
    if (!isNew || (await say(yes ? given : withdrawn))) setAgreed(new Map(agreed).set(purpose, yes))
  }
  const close = async (): Promise<void> => {
    if (await phone.act(() => closeVisit(place, visit))) go('summary')
  }
  const tellAnother = (): void => {
    setWaits(waits + 1)
    go(asked.length)
  }
  return { answers, agreed, stage, asked, go, answer, agree, close, tellAnother }
}

const answerTelling = (path: string, value: string): Pick<Telling, 'kind' | 'body'> =>
  value === '' ? { kind: 'answer_cleared', body: { path } } : { kind: 'answer_set', body: { path, value } }

type StepsProps = {
  readonly words: PhoneWords
  readonly stage: number
  readonly total: number
  readonly onGo: (stage: number | 'consents') => void
}

/** Before, after, and the way out: a household may stop anywhere. */
const VisitSteps = ({ words: { visit }, stage, total, onGo }: StepsProps) => (
  <div class="outcomes steps">
    <button class="btn" type="button" disabled={stage === 0} onClick={() => onGo(stage - 1)}>
      {visit.previous}
    </button>
    <button class="btn" type="button" onClick={() => onGo(stage + 1 < total ? stage + 1 : 'consents')}>
      {visit.skip}
    </button>
    <button class="btn wholerow" type="button" onClick={() => onGo('consents')}>
      {visit.stop}
    </button>
  </div>
)
