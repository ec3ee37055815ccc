/** For those who read the code; the French of the command is in views/. */
import type { FormReason, FormRefusal } from './compile/refusal.ts'
import type { InstrumentSpeech } from './instrument-speech.ts'
import type { InstrumentRefusal } from './workbook-refusal.ts'

const SENTENCES = {
  sheet_absent: (what) => `the sheet "${what}" is missing`,
  sheet_not_supported: (what) => `the sheet "${what}" is not supported`,
  column_absent: (what) => `the column "${what}" is missing`,
  column_not_supported: (what) => `this column is not supported ("${what}")`,
  type_absent: (what) => `"${what}" has no type`,
  type_unknown: (what) => `"${what}" is not a type of question`,
  type_not_supported: (what) => `the type "${what}" is not supported`,
  name_absent: (what) => `this row has no name ("${what}")`,
  name_malformed: (what) => `"${what}" is not a name: a letter or _, then letters, digits, _, - or a dot`,
  name_reserved: (what) => `the name "${what}" is reserved`,
  name_twice: (what) => `the name "${what}" is already taken in this group`,
  repeat_name_twice: (what) => `two repeats are named "${what}"`,
  repeat_named_as_root: (what) => `the repeat "${what}" bears the name of the form`,
  label_absent: (what) => `the question "${what}" has neither label nor hint`,
  calculation_absent: (what) => `the calculation "${what}" is empty`,
  end_without_begin: (what) => `"${what}" ends without having begun`,
  begin_without_end: (what) => `"${what}" never ends`,
  list_absent: (what) => `the list "${what}" has no choice in the sheet choices`,
  choice_name_absent: (what) => `a choice of the list "${what}" has no name`,
  choice_twice: (what) => `the choice "${what}" is twice in its list`,
  file_unknown_kind: (what) => `"${what}" must end in .csv, .xml or .geojson`,
  search_on_file: (what) => `"${what}" already reads a file: remove search()`,
  filter_with_other: (what) => `"${what}" cannot have both or_other and a filter`,
  reference_unknown: (what) => `no question is named "${what}"`,
  reference_ambiguous: (what) => `several questions are named "${what}"`,
  references_without_comma: (what) => `separate questions by commas: "${what}"`,
  trigger_not_asked: (what) => `"${what}" is not asked: it triggers nothing`,
  expression_malformed: (what) => `this expression cannot be read: "${what}"`,
  function_unknown: (what) => `the function "${what}" is not supported`,
  calculations_circle: (what) => `the calculation "${what}" depends on itself`,
  parameters_malformed: (what) => `write "key=value key=value" instead of "${what}"`,
  parameter_unknown: (what) => `this question has no parameter "${what}"`,
  parameter_value: (what) => `the value of "${what}" does not do`,
  parameter_appearance: (what) => `these parameters do not go with the appearance "${what}"`,
  formula_not_supported: (what) => `the cell ${what} holds a spreadsheet formula: paste its value`,
} satisfies Record<FormReason, (what: string) => string>

const WHOLE: Readonly<Record<Exclude<InstrumentRefusal['because'], 'workbook_refused'>, string>> = {
  file_empty: 'This file is empty.',
  file_damaged: 'This workbook is damaged or cut short.',
  file_locked: 'This workbook is protected by a password.',
  old_workbook: 'This is an old .xls, or a workbook protected by a password: save it as .xlsx.',
  workbook_has_macros: 'This workbook has macros: save it as .xlsx.',
  not_a_workbook: 'This is not an .xlsx workbook, whatever its name.',
  file_too_heavy: 'This file is too heavy.',
  file_swells: 'This workbook would swell once unfolded: it is not opened.',
  too_many_rows: 'A sheet has too many rows.',
  form_too_long: 'This form is too long for a telephone.',
}

function sayCell({ because, sheet, row, column, what, accepted = [] }: FormRefusal): string {
  const place = [sheet, ...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [column])]
  const instead = accepted.length > 0 ? `; accepted: ${accepted.join(', ')}` : ''
  return `${place.join(', ')}: ${SENTENCES[because](what)}${instead}`
}

export const INSTRUMENT_IN_ENGLISH: InstrumentSpeech = {
  help: `npm run palier -- instrument FILE.xlsx

Reads an XLSForm workbook and says the form it makes, or what is wrong with it, sheet by row by column.
Exit codes: 0 a form · 2 misused · 3 not a form.
`,
  problem: (problem) =>
    problem.because === 'file_absent'
      ? `There is no file ${problem.path}.`
      : 'Give one workbook: npm run palier -- instrument FILE.xlsx',
  summary: ({ title, id, version, languages, questions, groups, repeats, lists, files }) =>
    [
      `${title} (${id})`,
      `version: ${version}`,
      `languages: ${languages.join(', ') || 'one, unnamed'}`,
      `questions: ${questions}; groups: ${groups}; repeats: ${repeats}; lists of choices: ${lists}`,
      ...(files.length > 0 ? [`reads beside it: ${files.join(', ')}`] : []),
    ].join('\n'),
  refusal: (refusal) =>
    refusal.because === 'workbook_refused'
      ? refusal.refusals.map(sayCell).join('\n')
      : WHOLE[refusal.because],
}
