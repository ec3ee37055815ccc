/** The file of one complaint as it is printed. */
export type Dossier = {
  readonly title: string
  readonly heading: string
  readonly about: readonly { readonly name: string; readonly value: string }[]
  readonly clocks: readonly DossierClock[]
  readonly sections: readonly DossierSection[]
}

export type DossierClock = { readonly name: string; readonly value: string; readonly note: string }

export type DossierSection = { readonly title: string; readonly parts: readonly DossierPart[] }
export type DossierPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly rtl: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      /** The share of the width that each column takes. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
