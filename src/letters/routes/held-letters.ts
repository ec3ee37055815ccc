import { complaintsToldBy } from '../../complaints/public.ts'
import type { ReadChapter } from '../../people/public.ts'
import { formatDay } from '../../ui/format.fr.ts'
import { lettersOf } from '../store.ts'

/** What letters add to «tout ce que nous avons sur vous»: each as it was written, sent or not. */
export const lettersHeld: ReadChapter = async (db, personIds) => {
  const complaints = await complaintsToldBy(db, personIds)
  const letters = []
  for (const { id } of complaints) letters.push(...(await lettersOf(db, id)))
  return {
    title: 'Lettres',
    name: 'letters',
    parts: letters.map(({ letter, sent }) => ({
      title: letter.title,
      lines: [
        letter.placeAndDay,
        letter.object,
        sent ? `Envoyée le ${formatDay(sent.on)}` : 'Préparée, pas envoyée',
      ],
    })),
    rows: letters,
  }
}
