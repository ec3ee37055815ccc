import { inflateRawSync } from 'node:zlib'
import * as mupdf from 'mupdf'
import { expect, it } from 'vitest'
import { calendarDay as day } from '../../kernel/calendar-day.ts'
import { LETTER_KINDS, type LetterFacts } from '../domain/letter-facts.ts'
import { letterText } from '../domain/letter-text.ts'
import { writeLetter } from '../domain/write-letter.fr.ts'
import { letterDocx, letterPdf } from './letter-files.ts'

const facts: LetterFacts = {
  voice: 'nous',
  household: { name: 'Foyer Exemple', address: ['12 rue des Ormes'] },
  landlord: { name: 'Habitat des Deux Rives', address: ['1 place du Marché'] },
  commission: undefined,
  support: 'Union des Ormes',
  problem: { label: 'Pas de chauffage', words: 'Il fait 14 degrés.\nOn a froid.' },
  place: 'Les Ormes, bâtiment B',
  since: 'hiver 2025',
  wait: { days: 300, most: 330, ended: false },
  events: [{ kind: 'first_telling', when: 'hiver 2025', channel: 'phone' }],
  deadlines: [],
  askedBy: day('2026-12-07'),
  sending: 'registered_letter',
  writtenAt: 'Grenoble',
  today: day('2026-11-23'),
  attachments: ['Photographies'],
}

const squeezed = (text: string) => text.replace(/[\s\u00ad\u200b-]/g, '')

function pdfText(pdf: Uint8Array): string {
  const doc = mupdf.Document.openDocument(pdf, 'application/pdf')
  const pages = Array.from({ length: doc.countPages() }, (_, n) =>
    doc.loadPage(n).toStructuredText('preserve-whitespace').asText(),
  )
  return squeezed(pages.join('\n'))
}

/** The main part of a DOCX; docx writes it first, so its header is at the beginning of the archive's search. */
function docxText(docx: Uint8Array): string {
  const bytes = Buffer.from(docx)
  const name = bytes.lastIndexOf('word/document.xml') // in the central directory
  const local = bytes.readUInt32LE(name - 4)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const xml = inflateRawSync(bytes.subarray(start)).toString('utf8')
  return squeezed(xml.replace(/<[^>]+>/g, '').replace(/&amp;/g, '&'))
}

function said(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(said) : []
}

it.each(LETTER_KINDS)('%s: PDF, DOCX and text say the same words', async (kind) => {
  const letter = writeLetter(kind, facts)
  const { kind: _kind, title: _title, body, ...rest } = letter
  const words = [
    ...said(rest),
    ...body.flatMap((part) => said('text' in part ? part.text : 'rows' in part ? part.rows : part.items)),
  ]
  const papers = {
    text: squeezed(letterText(letter)),
    pdf: pdfText(await letterPdf(letter)),
    docx: docxText(await letterDocx(letter)),
  }
  for (const [paper, text] of Object.entries(papers))
    expect({ paper, absent: words.filter((each) => !text.includes(squeezed(each))) }).toEqual({
      paper,
      absent: [],
    })
})
