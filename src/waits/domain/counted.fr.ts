export const whole = new Intl.NumberFormat('fr-FR')

/** «0 demande», «1 demande», «2 demandes». */
export const counted = (n: number, one: string, many: string): string =>
  `${whole.format(n)} ${n < 2 ? one : many}`
