import { useEffect, useRef, useState } from 'preact/hooks'
import { nodeAt } from '../../instruments/domain/answers/node.ts'
import { addInstance, answer, type Answers, openForm } from '../../instruments/domain/answers/open-form.ts'
import type { Form } from '../../instruments/domain/form.ts'
import {
  type AskedQuestion,
  askedQuestions,
  languageOf,
  type OpenRepeat,
  standingAnswers,
  tellingsOf,
} from '../domain/asked-questions.ts'
import type { Language } from '../../followup/domain/language.ts'
import type { PhoneWords } from '../domain/phone-words.ts'
import { restoredAnswers } from '../domain/restored-answers.ts'
import type { OpenVisit } from './database.ts'
import type { Draft } from './draft.ts'
import { closeVisit, type Place, tell } from './gestures.ts'
import { tellVisitOpen } from './take-over.ts'
import { useAgreements } from './use-agreements.ts'
import { type Copying, useCopying } from './use-copying.ts'
import type { Phone } from './use-phone.ts'

export type VisitProps = {
  readonly phone: Phone
  readonly place: Place
  readonly visit: OpenVisit
  readonly form: Form | undefined
  readonly words: PhoneWords
  readonly tag: Language
  /** Whether the visit itself is on the disk; asked again when it was refused. */
  readonly isOpened: () => Promise<boolean>
  /** What was said before the phone was killed, or by the visit that this one stands for. */
  readonly restored?: Draft | undefined
  /** One reads it all again, from the first question. */
  readonly isCorrection?: boolean
  readonly onEnd: () => void
}

/** An answer from the one that stands by then, which may be later than the one on the screen. */
export type Change = (now: string) => string

/** Where one is in the visit, what was said, and how each word is kept. */
export function useVisit(p: VisitProps) {
  const { phone, place, visit } = p
  const copying = useCopying(p)
  const filling = useFilling(p, copying)
  const agreements = useAgreements(p, copying)
  const stages = useStages(filling.asked, p.restored !== undefined && !p.isCorrection)
  const { go, step } = stages
  useEffect(() => {
    tellVisitOpen(true)
    return () => tellVisitOpen(false)
  }, [])
  const say = async (path: string, change: Change, goOn: boolean): Promise<void> => {
    const isKept = await filling.say(path, change)
    if (isKept && goOn) step(path, 1)
  }
  const addTo = (repeat: OpenRepeat): void => {
    const before = new Set(filling.asked().map(({ path }) => path))
    filling.add(repeat)
    go(filling.asked().find(({ path }) => !before.has(path))?.path ?? 'consents')
  }
  const close = async (): Promise<void> => {
    const isKept = (await filling.settled()) && (await agreements.settled())
    if (isKept && (await phone.act(async () => closeVisit(place, visit, await copying.beside(true)))))
      go('summary')
  }
  return { ...filling, ...agreements, ...stages, say, addTo, close }
}

/** One question at a time, by its path, then « consents », then « summary »; one does not go on from an answer that is wrong, nor from none where one is expected. */
function useStages(asked: () => readonly AskedQuestion[], isRestored: boolean) {
  const [stage, setStage] = useState(() => firstOf(asked(), isRestored)?.path ?? 'consents')
  const [wrong, setWrong] = useState<string>()
  useEffect(() => document.querySelector<HTMLElement>('#asked')?.focus(), [stage])
  const go = (to: string): void => {
    setWrong(undefined)
    setStage(to)
  }
  const step = (from: string, by: 1 | -1): void => {
    const now = asked()
    const at = now.findIndex(({ path }) => path === from)
    if (by === 1 && now[at]?.violation) setWrong(from)
    else go(now[at + by]?.path ?? (by === 1 ? 'consents' : from))
  }
  return { stage, wrong, go, step }
}

/** Where one begins; where one was, when there is something to go on with: after the last answer. */
function firstOf(asked: readonly AskedQuestion[], isRestored: boolean): AskedQuestion | undefined {
  return asked[isRestored ? asked.findLastIndex(({ value }) => value !== '') + 1 : 0]
}

/** What is said lives here, in memory, until the visit ends; each word is sealed on the disk as it is said. */
function useFilling(p: VisitProps, copying: Copying) {
  const { form, tag, restored } = p
  const [shown, show] = useState<Answers | undefined>(
    () => form && restoredAnswers(opened(form, tag), restored?.answers ?? []),
  )
  const latest = useRef(shown)
  const settled = useSealing(p, latest, copying)
  const hold = (now: Answers): void => {
    latest.current = now
    show(now)
  }
  const say = (path: string, change: Change): Promise<boolean> => {
    const { current } = latest
    if (current) hold(answer(current, path, change(nodeAt(current.root, path)?.value ?? '')))
    return settled()
  }
  const add = ({ parent, repeat }: OpenRepeat): void => {
    if (latest.current) hold(addInstance(latest.current, parent, repeat.name))
  }
  const asked = (): readonly AskedQuestion[] => (latest.current ? askedQuestions(latest.current) : [])
  return { answers: shown, asked, say, add, settled }
}

/** Seals what stands and was not told yet; what the disk refused is told again by whoever asks next. */
function useSealing(
  { phone, place, visit, isOpened, restored }: VisitProps,
  latest: { current: Answers | undefined },
  copying: Copying,
) {
  const told = useRef<ReadonlyMap<string, string>>(new Map(restored?.answers))
  const line = useRef(Promise.resolve(true))
  const keepSaid = async (): Promise<boolean> => {
    if (!(await isOpened())) return false
    const standing = latest.current ? standingAnswers(latest.current) : told.current
    const tellings = tellingsOf(told.current, standing)
    copying.note({ answers: [...standing] })
    const write = async () => tell(place, visit, tellings, await copying.beside())
    if (tellings.length > 0 && !(await phone.act(write))) return false
    told.current = standing
    return true
  }
  // One after the other, each with what stands by then: a tap made while the disk writes is not lost, nor told twice.
  return (): Promise<boolean> => {
    line.current = line.current.then(keepSaid)
    return line.current
  }
}

const opened = (form: Form, tag: string): Answers =>
  openForm(form, { now: new Date(), random: Math.random, language: languageOf(form, tag) })
