import type { ComponentChildren } from 'preact'
import * as v from 'valibot'
import type { Door } from '../access/door.ts'
import { publishCharter } from '../deadlines/doors.ts'
import { CharterPicture } from '../deadlines/public.ts'
import { publishPresentation } from '../institutions/doors.ts'
import { type Picture, type Pictures, PresentationPicture } from '../institutions/public.ts'
import { PresentedSpokesperson, presentSpokesperson } from '../people/public.ts'
import { shareTally } from '../places/doors.ts'
import { TallyPicture } from '../places/public.ts'

/** Draws what has the shape of the door; what an older door let through is left to be drawn field by field. */
function drawn<P>(door: Door<P>, draw: (projection: P) => ComponentChildren): readonly [string, Picture] {
  return [
    door.name,
    (projection) => {
      const read = v.safeParse(door.projection, projection)
      return read.success ? draw(read.output) : undefined
    },
  ]
}

/** How each noun draws what comes through its own door. */
export const PICTURES: Pictures = Object.fromEntries([
  drawn(shareTally, (tally) => <TallyPicture {...tally} />),
  drawn(presentSpokesperson, (person) => <PresentedSpokesperson {...person} />),
  drawn(publishCharter, (charter) => <CharterPicture {...charter} />),
  drawn(publishPresentation, (union) => <PresentationPicture {...union} />),
])
