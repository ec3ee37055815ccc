/** A form as compiled from a workbook: plain JSON, never changed, known by the fingerprint of its bytes. */
import type { Expression, Path } from './expression.ts'

export type Form = {
  /** `form_id` and `version` as the author wrote them; the fingerprint, not these, identifies a form. */
  readonly id: string
  readonly version: string
  readonly title: string
  /** Name of the root of the answers, first step of every absolute path. */
  readonly root: string
  /** In the order of the sheet; at least one. `''` is the language of a form that names none. */
  readonly languages: readonly Language[]
  readonly defaultLanguage: string
  readonly style: string
  /** How one filled form is named in a list. */
  readonly instanceName?: Expression
  readonly items: readonly Item[]
  readonly lists: Readonly<Record<string, readonly Choice[]>>
  /** Files a person adds beside the form (`select_one_from_file`, `pulldata`), by the name of their list. */
  readonly files: Readonly<Record<string, string>>
}

export type Language = {
  /** As in the header of its column: `Français (fr)`; key of every `Wording`. */
  readonly name: string
  /** What stands in brackets, for `lang` and `dir`; null when the author gave none. */
  readonly tag: string | null
}

/** Words by language, each cut where an answer is said: `['Bonjour ', <expression>]`. */
export type Wording = Readonly<Record<string, readonly (string | Expression)[]>>

export type Media = Readonly<Partial<Record<'image' | 'big-image' | 'audio' | 'video', Wording>>>

export type Item = Question | Group | Repeat

type Named = {
  readonly name: string
  readonly label?: Wording
  readonly appearance?: string
  readonly relevant?: Expression
  /** Of the cell it was read from, for messages and the codebook. */
  readonly row: number
}

export type Question = Named & {
  readonly kind: 'question'
  readonly type: QuestionType
  /** False for a calculation nobody is asked and for what the device fills. */
  readonly isAsked: boolean
  readonly hint?: Wording
  readonly guidance?: Wording
  readonly media?: Media
  readonly required?: Expression
  readonly requiredMessage?: Wording
  readonly constraint?: Expression
  readonly constraintMessage?: Wording
  readonly readOnly?: Expression
  readonly calculation?: Expression
  /** A value that is there when the form opens… */
  readonly default?: string
  /** …or one computed then, or when an instance of its repeat is added. */
  readonly dynamicDefault?: Expression
  /** Whenever one of these answers changes, this one is set again. */
  readonly triggers?: readonly Trigger[]
  /** For choices: a list of the form, and what keeps a choice among them (`here` is the choice). */
  readonly list?: string
  readonly choiceFilter?: Expression
  /** Or choices that are answers already given in a repeat: each non-empty one is its own words. */
  readonly choicesFrom?: Path
  readonly parameters?: Readonly<Record<string, string>>
  /** Choices come in an order drawn once; the seed makes it the same each time. */
  readonly randomized?: { readonly seed?: Expression }
}

export type Trigger = {
  /** Absolute path of the question that is watched. */
  readonly on: string
  /** Without it, the value is emptied. */
  readonly value?: Expression
}

export type Group = Named & {
  readonly kind: 'group'
  readonly items: readonly Item[]
}

export type Repeat = Named & {
  readonly kind: 'repeat'
  readonly items: readonly Item[]
  /** How many there are; without it, the person adds and removes. */
  readonly count?: Expression
}

export type Choice = {
  readonly name: string
  readonly label?: Wording
  readonly media?: Media
  /** Columns of the author’s own, read by a choice filter. */
  readonly columns: Readonly<Record<string, string>>
}

export type QuestionType = (typeof QUESTION_TYPES)[number]

export const QUESTION_TYPES = [
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'dateTime',
  'note',
  'acknowledge',
  'select_one',
  'select_multiple',
  'rank',
  'range',
  'calculate',
  'image',
  'audio',
  'file',
  'geopoint',
  'barcode',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'email',
  'audit',
] as const
