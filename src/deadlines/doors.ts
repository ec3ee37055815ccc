import { defineDoor, type Door } from '../access/door.ts'
import { PublishedCharterShape } from './forms.ts'

/** A landlord's desk publishes its charter: everybody reads what it promised, and unions count it. */
export const publishCharter = defineDoor({
  name: 'publish_charter',
  from: 'desk',
  to: 'public',
  title: 'Publier sa charte',
  why: 'Pour que les locataires et leurs unions lisent les délais promis dans les mots du bailleur.',
  projection: PublishedCharterShape,
  decidedBy: 'decision_owner',
  reliesOn: [],
})

export const deadlinesDoors: readonly Door[] = [publishCharter]
