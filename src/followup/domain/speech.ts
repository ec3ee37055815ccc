import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import { addDays, type CalendarDay, partsOf } from '../../kernel/calendar-day.ts'
import type { Length } from '../../kernel/length.ts'
import type { Language } from './language.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'
import type { Messages, Plural } from './messages.ts'
import { isProblemCode } from './problem-codes.ts'

/** How one language says its sentences, days, counts and lengths. */
export type Speech = {
  readonly language: Language
  readonly say: Messages
  readonly count: (n: number, forms: Plural) => string
  readonly day: (day: CalendarDay) => string
  readonly about: (day: ApproximateDay) => string
  readonly length: (length: Length) => string
  readonly problem: (code: string) => string
}

/** Latin digits in Arabic too: they are those of the slip, of letters and of telephones in France and in the Maghreb. */
const LOCALES: Readonly<Record<Language, string>> = {
  fr: 'fr-FR',
  ar: 'ar-u-nu-latn-ca-gregory',
  en: 'en-GB',
}

function speechOf(language: Language, say: Messages): Speech {
  const rules = new Intl.PluralRules(LOCALES[language])
  const number = new Intl.NumberFormat(LOCALES[language])
  const count = (n: number, forms: Plural): string =>
    (forms[rules.select(n)] ?? forms.other).replace('#', number.format(n))
  const days = (n: number): string => count(n, say.wait.days)
  return {
    language,
    say,
    count,
    ...calendarOf(language, say),
    length({ days: least, most, ended }) {
      const isKnown = most === least
      if (ended && isKnown) return days(least)
      if (most === undefined || isKnown) return say.wait.atLeast(days(least))
      return ended
        ? say.wait.between(number.format(least), days(most))
        : say.wait.perhaps(days(least), number.format(most))
    },
    problem: (code) => say.problems[knownCode(code)],
  }
}

function calendarOf(language: Language, say: Messages): Pick<Speech, 'day' | 'about'> {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' })
    return (day: CalendarDay): string => made.format(new Date(`${day}T00:00:00Z`))
  }
  const byDay = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const periods = { month: format({ month: 'long', year: 'numeric' }), year: format({ year: 'numeric' }) }
  // «1er mai» in French, which Intl writes «1 mai».
  const day = (d: CalendarDay): string => (language === 'fr' ? byDay(d).replace(/^1 /, '1er ') : byDay(d))
  return {
    day,
    about({ earliest, latest, precision }) {
      if (precision === 'before') return say.dates.before(day(addDays(latest, 1)))
      if (earliest === latest) return day(earliest)
      const whole = wholePeriod(earliest, latest)
      return whole ? periods[whole](earliest) : say.dates.between(day(earliest), day(latest))
    },
  }
}

/** A code that no catalogue knows yet is named by its family. */
function knownCode(code: string) {
  if (isProblemCode(code)) return code
  const [family = ''] = code.split('.')
  return isProblemCode(family) ? family : 'equipment'
}

function wholePeriod(earliest: CalendarDay, latest: CalendarDay): 'month' | 'year' | undefined {
  const [from, after] = [partsOf(earliest), partsOf(addDays(latest, 1))]
  if (from.day !== 1 || after.day !== 1) return undefined
  if (after.year * 12 + after.month - (from.year * 12 + from.month) === 1) return 'month'
  return from.month === 1 && after.month === 1 && after.year === from.year + 1 ? 'year' : undefined
}

/** Making a formatter costs a thousand times what using it does: one speech per language, for ever. */
export const SPEECHES: Readonly<Record<Language, Speech>> = {
  fr: speechOf('fr', fr),
  ar: speechOf('ar', ar),
  en: speechOf('en', en),
}
