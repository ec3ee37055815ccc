export const whole = new Intl.NumberFormat('en-GB')

/** "0 cases", "1 case", "2 cases". */
export const counted = (n: number, one: string, many: string): string =>
  `${whole.format(n)} ${n === 1 ? one : many}`
