/** The slip in the languages of its readers. A person of each language has to read these again before they are printed. */
export const SLIP_LANGUAGES = ['fr', 'ar', 'en'] as const
export type SlipLanguage = (typeof SLIP_LANGUAGES)[number]

type SlipWords = { readonly title: string; readonly sentence: string; readonly picture: string }

export const SLIP_WORDS: Readonly<Record<SlipLanguage, SlipWords>> = {
  fr: {
    title: 'Suivre ma demande',
    sentence:
      'Avec ce code, vous suivez votre demande, vous ajoutez ce qui se passe et vous dites si c’est réparé. Gardez-le pour vous\u202f: il ouvre votre demande.',
    picture: 'Carré à photographier pour ouvrir votre demande',
  },
  ar: {
    title: 'متابعة طلبي',
    sentence:
      'بهذا الرمز تتابعون طلبكم، وتضيفون ما يحدث، وتقولون إن تمّ الإصلاح. احتفظوا به لأنفسكم، فهو يفتح طلبكم.',
    picture: 'مربّع للتصوير يفتح طلبكم',
  },
  en: {
    title: 'Follow my request',
    sentence:
      'With this code you follow your request, add what happens and say whether it is repaired. Keep it to yourself. It opens your request.',
    picture: 'Square to photograph to open your request',
  },
}
