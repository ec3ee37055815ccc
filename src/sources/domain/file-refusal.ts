import type { FileSheet } from './inspected-file.ts'

/** Why a file of cases is not read. */
export type FileRefusal =
  | { readonly because: 'file_absent'; readonly name: string }
  | { readonly because: 'file_is_folder'; readonly name: string }
  | { readonly because: 'file_empty'; readonly name: string }
  | { readonly because: 'file_without_rows'; readonly name: string; readonly sheet: string | null }
  | { readonly because: 'file_unknown_kind'; readonly name: string; readonly looksLike: string | null }
  | { readonly because: 'file_cut_short'; readonly name: string }
  | { readonly because: 'file_damaged'; readonly name: string }
  | { readonly because: 'file_locked'; readonly name: string }
  | {
      readonly because: 'file_too_heavy'
      readonly name: string
      readonly bytes: number
      readonly most: number
    }
  | { readonly because: 'file_swells'; readonly name: string; readonly most: number }
  | { readonly because: 'file_needs_memory'; readonly name: string }
  | { readonly because: 'archive_of_several'; readonly name: string; readonly files: readonly string[] }
  | { readonly because: 'archive_without_table'; readonly name: string }
  | {
      readonly because: 'sheet_absent'
      readonly name: string
      readonly asked: string
      readonly sheets: readonly FileSheet[]
    }
  | { readonly because: 'sheets_all_hidden'; readonly name: string; readonly sheets: readonly FileSheet[] }
  | { readonly because: 'header_absent'; readonly name: string }
  | { readonly because: 'column_absent'; readonly name: string; readonly columns: readonly string[] }
  | {
      readonly because: 'encoding_mistaken'
      readonly name: string
      readonly encoding: string
    }
  | { readonly because: 'reading_stopped'; readonly name: string }
