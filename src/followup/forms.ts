import * as v from 'valibot'
import { parseCalendarDay } from '../kernel/calendar-day.ts'
import { typedText } from '../kernel/typed-text.ts'
import { REMINDED_BY } from './domain/act.ts'
import { LANGUAGES } from './domain/language.ts'

const MOST = 4000

/** Messages are names: a household's page says them in its own language (domain/messages.ts, «errors»). */
const words = v.pipe(v.optional(v.string(), ''), v.transform(typedText), v.maxLength(MOST, 'words'))
const someWords = v.pipe(words, v.minLength(1, 'words'))
const day = v.pipe(
  v.optional(v.string(), ''),
  v.check((text) => text === '' || parseCalendarDay(text) !== undefined, 'day'),
  v.transform(parseCalendarDay),
)

export const TypedCode = v.object({ code: v.pipe(v.string(), v.maxLength(200)) })
export const SayGone = v.object({ day, words })
export const SayContest = v.object({ words })
export const SayMore = v.variant(
  'what',
  [
    v.object({ what: v.literal('plain'), day, words: someWords }),
    v.object({ what: v.literal('reminder'), day, words, how: v.picklist(REMINDED_BY, 'choose') }),
  ],
  'choose',
)
export const SayWithdraw = v.object({ how: v.picklist(['give_up', 'erase'], 'choose') })

export const ChangeCode = v.object({
  act: v.pipe(v.optional(v.string(), ''), v.picklist(['issue', 'revoke'], 'Choisissez quoi faire.')),
})
export const PrintSlip = v.object({ code: v.string(), language: v.picklist(LANGUAGES) })
export const UndoAct = v.object({ event: v.pipe(v.string(), v.uuid()) })
