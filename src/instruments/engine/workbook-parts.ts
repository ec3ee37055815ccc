/** Which part of the archive is which sheet, and where in it formulas stand. Every pattern is bounded: the text is anybody’s. */

type SheetPart = { readonly name: string; readonly part: string }

const SHEET = /<(?:\w{1,20}:)?sheet\s([^<>]{1,2000})>/g
const RELATION = /<(?:\w{1,20}:)?Relationship\s([^<>]{1,2000})>/g

/** In the order of the workbook. */
export function sheetParts(parts: ReadonlyMap<string, string>): readonly SheetPart[] {
  const relations = parts.get('xl/_rels/workbook.xml.rels') ?? ''
  const targets = new Map(
    [...relations.matchAll(RELATION)].map(({ 1: written = '' }) => [
      attribute(written, 'Id'),
      partAt(attribute(written, 'Target')),
    ]),
  )
  return [...(parts.get('xl/workbook.xml') ?? '').matchAll(SHEET)].map(({ 1: written = '' }) => ({
    name: attribute(written, 'name'),
    part: targets.get(attribute(written, String.raw`\w{1,20}:id`)) ?? '',
  }))
}

const partAt = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

const FORMULA =
  /<(?:\w{1,20}:)?c\s(?:[^<>]{0,200}\s)?r="([A-Z]{1,3})(\d{1,7})"[^<>]{0,200}>\s{0,20}<(?:\w{1,20}:)?f[\s>/]/g

export function formulaCells(xml: string) {
  return [...xml.matchAll(FORMULA)].map(({ 1: letters = '', 2: row = '' }) => ({
    cell: `${letters}${row}`,
    row: Number(row),
    at: columnAt(letters),
  }))
}

/** A is 0, AA is 26. */
const columnAt = (letters: string): number =>
  letters.split('').reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function attribute(written: string, name: string): string {
  const raw = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(written)?.[1] ?? ''
  return raw.replace(/&(amp|lt|gt|quot|apos);/g, (_, word: string) => ENTITIES[word] ?? '')
}
