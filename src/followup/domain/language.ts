/** The languages of whoever follows a wait. Another one is one more catalogue: what it lacks does not compile. */
export const LANGUAGES = ['fr', 'ar', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each in its own language, as its readers look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fr: 'Français',
  ar: 'العربية',
  en: 'English',
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The language that an address asks for; French when it asks for none, or for one that is not spoken here. */
export const readLanguage = (asked: string | undefined): Language =>
  LANGUAGES.find((language) => language === asked) ?? 'fr'

/** A path that keeps the language; French is what a path without any means. */
export const inLanguage = (path: string, language: Language): string =>
  language === 'fr' ? path : `${path}${path.includes('?') ? '&' : '?'}langue=${language}`
