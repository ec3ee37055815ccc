import { directionOf, inLanguage, LANGUAGE_NAMES, LANGUAGES } from '../domain/language.ts'
import type { Speech } from '../domain/speech.ts'

/** The same page in another language: the choice stays in the address, and nowhere else. */
export const LanguageLinks = ({ speech: { language, say }, path }: { speech: Speech; path: string }) => (
  <nav class="languages" aria-label={say.languages}>
    {LANGUAGES.map((other) => (
      <a
        key={other}
        href={inLanguage(path, other)}
        lang={other}
        dir={directionOf(other)}
        hreflang={other}
        {...(other === language ? { 'aria-current': 'true' as const } : {})}
      >
        {LANGUAGE_NAMES[other]}
      </a>
    ))}
  </nav>
)
