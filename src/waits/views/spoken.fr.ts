import { extractRefusalInEnglish } from '../../sources/domain/map-refusal-in-english.ts'
import { sayExtractRefusal } from '../../sources/domain/map-refusal-words.fr.ts'
import { sayFileRefusal } from '../../sources/public.ts'
import { fileInEnglish } from '../../sources/domain/file-refusal-in-english.ts'
import { FRENCH_WAITS_HELP } from '../domain/help.fr.ts'
import { ENGLISH_WAITS_HELP } from '../domain/help-in-english.ts'
import { readingInFrench } from '../domain/reading.fr.ts'
import { readingInEnglish } from '../domain/reading-in-english.ts'
import { isOfFiles, isOfTallies, isOfUsage } from '../domain/refusal-kinds.ts'
import type { Spoken, SpokenLanguage } from '../domain/spoken.ts'
import { sayTallyFile } from '../domain/tally-file.fr.ts'
import { tallyFileInEnglish } from '../domain/tally-file-in-english.ts'
import { sayUsage } from '../domain/usage.fr.ts'
import { usageInEnglish } from '../domain/usage-in-english.ts'

export const SPOKEN: Readonly<Record<SpokenLanguage, Spoken>> = {
  fr: {
    help: `${FRENCH_WAITS_HELP}\n${ENGLISH_WAITS_HELP}`,
    reading: readingInFrench,
    refusal: (refusal) => {
      if (isOfUsage(refusal)) return sayUsage(refusal)
      if (isOfTallies(refusal)) return sayTallyFile(refusal)
      if (refusal.because === 'file_absent') return `Il n’y a pas de fichier ${refusal.name}.`
      return isOfFiles(refusal) ? sayFileRefusal(refusal) : sayExtractRefusal(refusal)
    },
  },
  en: {
    help: `${ENGLISH_WAITS_HELP}\n${FRENCH_WAITS_HELP}`,
    reading: readingInEnglish,
    refusal: (refusal) => {
      if (isOfUsage(refusal)) return usageInEnglish(refusal)
      if (isOfTallies(refusal)) return tallyFileInEnglish(refusal)
      return isOfFiles(refusal) ? fileInEnglish(refusal) : extractRefusalInEnglish(refusal)
    },
  },
}
