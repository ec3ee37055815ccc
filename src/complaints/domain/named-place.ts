import { isUuid } from '../../kernel/ids.ts'
import type { NamedPlace } from './complaint.ts'

/** A place as a form carries it: «home:<id>», «staircase:<id>», «building:<id>», «estate:<id>». */
export function readNamedPlace(text: string): NamedPlace | undefined {
  const [step = '', id = ''] = text.split(':')
  if (!isUuid(id)) return undefined
  if (step === 'home') return { home: id }
  if (step === 'staircase') return { staircase: id }
  if (step === 'building') return { building: id }
  return step === 'estate' ? { estate: id } : undefined
}

export function writeNamedPlace(place: NamedPlace): string {
  if ('home' in place) return `home:${place.home}`
  if ('staircase' in place) return `staircase:${place.staircase}`
  if ('building' in place) return `building:${place.building}`
  return `estate:${place.estate}`
}
