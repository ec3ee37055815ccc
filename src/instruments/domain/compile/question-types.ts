/** The first cell of a row: what kind of answer is awaited, and from which list. */
import { QUESTION_TYPES, type QuestionType } from '../form.ts'

export type ReadType =
  | { readonly is: 'begin' | 'end'; readonly of: 'group' | 'repeat' }
  | {
      readonly is: 'question'
      readonly type: QuestionType
      readonly list?: string
      readonly file?: string
      readonly hasOther: boolean
    }
  | { readonly is: 'unknown' | 'not_supported' }

const ALIASES: Readonly<Record<string, QuestionType>> = {
  string: 'text',
  int: 'integer',
  photo: 'image',
  trigger: 'acknowledge',
  hidden: 'calculate',
  'start time': 'start',
  'end time': 'end',
  'device id': 'deviceid',
  'phone number': 'phonenumber',
  datetime: 'dateTime',
  datetimes: 'dateTime',
  gps: 'geopoint',
  location: 'geopoint',
}
/** Known of ODK, and refused by their name. */
const NOT_SUPPORTED =
  /^(?:geoshape|geotrace|osm|background-audio|video|csv-external|xml-external|select[ _]one[ _]external|begin[ _]loop|end[ _]loop|start-geopoint|subscriberid|simserial|entity|loop)\b/
const CHOICES =
  /^(select[ _]?one|select1|select[ _]multiple|select all that apply(?: from)?|select one(?: from)?|rank)[ _]+(from[ _]file[ _]+)?(.+)$/i

export function readType(written: string): ReadType {
  const text = written.trim().replace(/\s+/g, ' ')
  const border = /^(begin|end)[ _](group|repeat)$/i.exec(text)
  if (border) {
    return {
      is: border[1]?.toLowerCase() === 'begin' ? 'begin' : 'end',
      of: border[2]?.toLowerCase() === 'group' ? 'group' : 'repeat',
    }
  }
  const choices = CHOICES.exec(text)
  if (choices) return readChoices(choices[1] ?? '', choices[2] !== undefined, choices[3] ?? '')
  const type =
    ALIASES[text.toLowerCase()] ?? QUESTION_TYPES.find((known) => known.toLowerCase() === text.toLowerCase())
  if (type) return { is: 'question', type, hasOther: false }
  return { is: NOT_SUPPORTED.test(text) ? 'not_supported' : 'unknown' }
}

function readChoices(kind: string, isFile: boolean, rest: string): ReadType {
  const type = /rank/i.test(kind) ? 'rank' : /multiple|all/i.test(kind) ? 'select_multiple' : 'select_one'
  if (isFile) return { is: 'question', type, file: rest, hasOther: false }
  const other = /^(.*?)[ _]+(?:or[ _]other|or specify other)$/i.exec(rest)
  return { is: 'question', type, list: other?.[1] ?? rest, hasOther: other !== null }
}
