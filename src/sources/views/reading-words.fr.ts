import { formatCount, formatNumber } from '../../ui/format.fr.ts'

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

type Said = { readonly term: string; readonly value: string }

/** Rows, speed and time left; how many rows a file has is only guessed until all were read. */
export function sayPace(read: number, total: number | undefined, seconds: number): readonly Said[] {
  const speed = seconds > 0 ? Math.round(read / seconds) : 0
  const rest = Math.max(0, (total ?? read) - read)
  const about = rest === 0 ? '' : ` sur environ ${formatNumber(read + rest)}`
  const goesOn = speed > 0 && (rest > 0 || total === undefined)
  return [
    { term: 'Lignes lues', value: `${formatNumber(read)}${about}` },
    ...(goesOn ? [{ term: 'Vitesse', value: `${formatCount(speed, 'ligne')} par seconde` }] : []),
    ...(goesOn && rest !== 0 ? [{ term: 'Il reste environ', value: saySpan(rest / speed) }] : []),
  ]
}
