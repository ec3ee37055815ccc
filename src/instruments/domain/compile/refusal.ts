/** Why a workbook is not a form, and in which cell: a person mends it there. */

export type SheetName = 'survey' | 'choices' | 'settings' | 'workbook'

export type FormRefusal = {
  readonly because: FormReason
  readonly sheet: SheetName
  /** As a spreadsheet numbers it; null when no row is at fault. */
  readonly row: number | null
  readonly column: string | null
  /** What was written, or the name at fault. */
  readonly what: string
  /** What would do instead, when there is a list of it. */
  readonly accepted?: readonly string[]
}

export type FormReason =
  | 'sheet_absent'
  | 'sheet_not_supported'
  | 'column_absent'
  | 'column_not_supported'
  | 'type_absent'
  | 'type_unknown'
  | 'type_not_supported'
  | 'name_absent'
  | 'name_malformed'
  | 'name_reserved'
  | 'name_twice'
  | 'repeat_name_twice'
  | 'repeat_named_as_root'
  | 'label_absent'
  | 'calculation_absent'
  | 'end_without_begin'
  | 'begin_without_end'
  | 'list_absent'
  | 'choice_name_absent'
  | 'choice_twice'
  | 'file_unknown_kind'
  | 'search_on_file'
  | 'filter_with_other'
  | 'reference_unknown'
  | 'reference_ambiguous'
  | 'references_without_comma'
  | 'trigger_not_asked'
  | 'expression_malformed'
  | 'function_unknown'
  | 'calculations_circle'
  | 'parameters_malformed'
  | 'parameter_unknown'
  | 'parameter_value'
  | 'parameter_appearance'
  | 'formula_not_supported'

export type Refuse = (refusal: FormRefusal) => void
