import type { Sampling } from './event.ts'

/** How one came to a door. */
export const SAMPLING_WORDS: Readonly<Record<Sampling, string>> = {
  systematic: 'Porte après porte',
  assembly: 'En assemblée',
  petition: 'Par une pétition',
  referral: 'Sur le conseil de quelqu’un',
}
