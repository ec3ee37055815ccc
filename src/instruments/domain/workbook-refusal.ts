import type { NotAForm } from './compile/compile-form.ts'

/** Why a file is not opened as a workbook; what is wrong inside it is a `FormRefusal`, at its cell. */
export type WorkbookRefusal =
  | {
      readonly because: 'file_empty' | 'file_damaged' | 'file_locked' | 'old_workbook' | 'workbook_has_macros'
    }
  | { readonly because: 'not_a_workbook'; readonly looksLike: string | null }
  | {
      readonly because: 'file_too_heavy' | 'file_swells' | 'too_many_rows'
      readonly most: number
    }

export type InstrumentRefusal = WorkbookRefusal | NotAForm | { readonly because: 'form_too_long' }
