import type { Letter, LetterPart } from './letter.ts'

/** The letter as plain text, to copy into a message or the form of a landlord's site. */
export function letterText(letter: Letter): string {
  const blocks = [
    letter.sender.join('\n'),
    [...(letter.sending ? [letter.sending] : []), ...letter.addressee].join('\n'),
    letter.placeAndDay,
    letter.object,
    letter.salutation,
    ...letter.body.map(partText),
    letter.closing,
    letter.signature.join('\n'),
    ...(letter.attachments.length > 0 ? [letter.attachmentsTitle, bullets(letter.attachments)] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function partText(part: LetterPart): string {
  switch (part.kind) {
    case 'dates':
      return part.rows.map(({ when, what }) => `${when}\u202f: ${what}`).join('\n')
    case 'list':
      return bullets(part.items)
    case 'quote':
      return `«\u202f${part.text}\u202f»`
    default:
      return part.text
  }
}

const bullets = (items: readonly string[]): string => items.map((item) => `– ${item}`).join('\n')
