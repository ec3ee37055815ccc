import { typesetPdf } from './press.ts'
import { SLIP_LANGUAGES, SLIP_WORDS, type SlipLanguage } from './slip-words.fr.ts'

/** `url` is the whole address with the code in its fragment: the square holds it, the slip prints only what comes before. */
export type SlipOfCode = { readonly code: string; readonly url: string; readonly language: SlipLanguage }

/** One A6 page to hand over: a square to photograph, the code, the address; no name, no home. */
export async function typesetSlip({ code, url, language }: SlipOfCode): Promise<Uint8Array> {
  const { toString } = await import('qrcode')
  const words = SLIP_WORDS[language]
  const others = SLIP_LANGUAGES.filter((other) => other !== language)
  return typesetPdf('slip', {
    language,
    title: words.title,
    sentences: [language, ...others].map((each) => ({ language: each, text: SLIP_WORDS[each].sentence })),
    qr: await toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
    qrSaid: words.picture,
    code: inGroups(code),
    address: addressOf(url),
  })
}

/** Ten signs are read five by five; hyphens and spaces that came with them are not part of the code. */
const inGroups = (code: string): string => (code.replace(/[\s-]/g, '').match(/.{1,5}/g) ?? []).join('\u2002')

function addressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol === 'https:' ? '' : `${protocol}//`}${host}${pathname}`
}
