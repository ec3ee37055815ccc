/**
 * The letters of our documents: Noto, by the Noto Project Authors, under the SIL Open Font License 1.1, as published by
 * the packages @expo-google-fonts. Read only where documents are made.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FACES = [
  'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
  'noto-serif/700Bold/NotoSerif_700Bold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
] as const

export function readFonts(): readonly Buffer[] {
  const require = createRequire(import.meta.url)
  return FACES.map((face) => {
    const [family = '', ...rest] = face.split('/')
    const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    return readFileSync(join(home, ...rest))
  })
}
