import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Paper, PaperPart, PaperRow, PaperStyle } from './paper.ts'

const FONT = 'Noto Serif'
const WIDTHS = [42, 118] as const
const NOTHING = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const PLACED: Readonly<Record<PaperStyle, Partial<IParagraphOptions>>> = {
  sender: { spacing: { after: 0 } },
  addressee: { indent: { left: mm(85) }, spacing: { after: 0 } },
  right: { alignment: AlignmentType.END, spacing: { before: 240, after: 360 } },
  strong: { keepLines: true },
  signature: { indent: { left: mm(85) }, spacing: { before: 480 }, keepLines: true },
  small: {},
}

/** An editable letter for Word or LibreOffice: A4, French, styles with names, no macro and nothing hidden. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: 'Palier',
    lastModifiedBy: 'Palier',
    styles: STYLES,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: new Footer({ children: [pageNumber(paper.title)] }) },
        children: paper.parts.flatMap(partOf),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(25), right: mm(25) },
}

const HEADING = { bold: true, font: FONT, color: '000000' }
const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: 'fr-FR', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 160, line: 300 } },
    },
    heading1: { run: { ...HEADING, size: 22 }, paragraph: { spacing: { before: 120, after: 240 } } },
    heading2: {
      run: { ...HEADING, size: 22 },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
}

function partOf(part: PaperPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading': {
      const heading = part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ text: part.text, heading })]
    }
    case 'paragraph':
      return [placed(part.text, part.style)]
    case 'quote':
      return [quote(part.text, part.rightToLeft)]
    case 'dates':
      return [datesTable(part.head, part.rows), new Paragraph({ text: '', spacing: { after: 0 } })]
    case 'list':
      return part.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    default:
      throw new TypeError(`no such part of a paper: ${JSON.stringify(part satisfies never)}`)
  }
}

function placed(text: string, style: PaperStyle | undefined): Paragraph {
  const run = new TextRun({
    text,
    bold: style === 'strong',
    ...(style === 'small' ? { size: 18 } : {}),
  })
  return new Paragraph({ children: [run], ...(style ? PLACED[style] : {}) })
}

function quote(text: string, rightToLeft: boolean): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, italics: !rightToLeft, rightToLeft })],
    bidirectional: rightToLeft,
    indent: { start: mm(8) },
  })
}

function datesTable(head: readonly [string, string], rows: readonly PaperRow[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: WIDTHS.map(mm),
    borders: {
      top: NOTHING,
      bottom: NOTHING,
      left: NOTHING,
      right: NOTHING,
      insideVertical: NOTHING,
      insideHorizontal: { style: BorderStyle.SINGLE, size: 2, color: '999999' },
    },
    rows: [row(head, true), ...rows.map(({ when, what }) => row([when, what], false))],
  })
}

function row(cells: readonly [string, string], isHead: boolean): TableRow {
  const children = cells.map((text, at) => {
    const run = new TextRun({ text, bold: isHead || at === 0 })
    return new TableCell({
      width: { size: mm(WIDTHS[at] ?? 0), type: WidthType.DXA },
      margins: { top: 60, bottom: 60, right: 120 },
      children: [new Paragraph({ children: [run], spacing: { after: 0 } })],
    })
  })
  return new TableRow({ children, tableHeader: isHead, cantSplit: true })
}

const pageNumber = (title: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: `${title} · `, size: 16 }),
      new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 16 }),
    ],
  })
