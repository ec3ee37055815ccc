/** What stands in a printed document for signs that its fonts cannot draw; the screen still shows them. */
export const NOT_PRINTED = {
  picture: '[émoji]',
  writing: '[mots dans une écriture qui ne s’imprime pas ici]',
} as const
