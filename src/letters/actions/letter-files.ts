import type { Paper, PaperPart } from '../../documents/paper.ts'
import { makeDocx, typesetPdf } from '../../documents/press.ts'
import type { Letter } from '../domain/letter.ts'

/** The letter to print: tagged, with its fonts. */
export const letterPdf = (letter: Letter): Promise<Uint8Array> => typesetPdf('letter', letter)

/** The letter to go on writing in. */
export const letterDocx = (letter: Letter): Promise<Uint8Array> => makeDocx(letterPaper(letter))

function letterPaper(letter: Letter): Paper {
  const lines = (texts: readonly string[], style: 'sender' | 'addressee' | 'signature'): PaperPart[] =>
    texts.map((text) => ({ kind: 'paragraph', text, style }))
  return {
    title: letter.title,
    language: 'fr-FR',
    parts: [
      ...lines(letter.sender, 'sender'),
      { kind: 'paragraph', text: '' },
      ...(letter.sending
        ? [{ kind: 'paragraph' as const, text: letter.sending, style: 'addressee' as const }]
        : []),
      ...lines(letter.addressee, 'addressee'),
      { kind: 'paragraph', text: letter.placeAndDay, style: 'right' },
      { kind: 'heading', level: 1, text: letter.object },
      { kind: 'paragraph', text: letter.salutation },
      ...letter.body.map(partOf),
      { kind: 'paragraph', text: letter.closing },
      ...lines(letter.signature, 'signature'),
      ...attachments(letter),
    ],
  }
}

function partOf(part: Letter['body'][number]): PaperPart {
  switch (part.kind) {
    case 'heading':
      return { kind: 'heading', level: 2, text: part.text }
    case 'paragraph':
      return { kind: 'paragraph', text: part.text }
    case 'strong':
      return { kind: 'paragraph', text: part.text, style: 'strong' }
    case 'quote':
      return { kind: 'quote', text: part.text, rightToLeft: part.rtl }
    default:
      return part
  }
}

const attachments = ({ attachments: items, attachmentsTitle }: Letter): PaperPart[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: attachmentsTitle },
        { kind: 'list', items },
      ]
