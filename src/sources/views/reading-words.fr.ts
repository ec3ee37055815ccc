import { formatCount } from '../../ui/format.fr.ts'

/** `interrupted` is a reading whose last sign of life is old: the process that read is gone. */
export type ReadingState = 'reading' | 'interrupted' | 'stopped' | 'failed' | 'done'

/** «12 secondes», «3 minutes», «1 heure»: rounded up, as one waits. */
export function saySpan(seconds: number): string {
  if (seconds < 60) return formatCount(Math.max(1, Math.ceil(seconds)), 'seconde')
  if (seconds < 3600) return formatCount(Math.ceil(seconds / 60), 'minute')
  return formatCount(Math.ceil(seconds / 3600), 'heure')
}

export const sayShare = (part: number, whole: number): string =>
  `${whole === 0 ? 100 : Math.floor((100 * part) / whole)}\u202f%`
