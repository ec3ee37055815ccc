const signs = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** The text in exactly this width: filled with spaces, or cut with an ellipsis. */
export function inWidth(text: string, width: number, side: 'left' | 'right'): string {
  const all = Array.from(signs.segment(printed(text)), ({ segment }) => segment)
  if (all.length > width) return `${all.slice(0, width - 1).join('')}…`
  const space = ' '.repeat(width - all.length)
  return side === 'left' ? all.join('') + space : space + all.join('')
}

/** What a value of somebody's file may not do to a terminal: move, colour, end the line. */
export const printed = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')

/**
 * Head, rule and rows, two spaces between columns. Numbers stand on the right, as wide as they are; the first `names`
 * columns on the left share what remains of the width.
 */
export function tableText(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { width, names = 1 }: { width: number; names?: number },
): readonly string[] {
  const widest = heads.map((head, at) =>
    rows.reduce((most, row) => Math.max(most, lengthOf(row[at] ?? '')), lengthOf(head)),
  )
  const left = widest.slice(names).reduce((rest, own) => rest - own - 2, width - 2 * (names - 1))
  const widths = widest.map((own, at) => (at < names ? Math.min(own, Math.floor(left / names)) : own))
  const line = (cells: readonly string[]) =>
    widths
      .map((own, at) => inWidth(cells[at] ?? '', own, at < names ? 'left' : 'right'))
      .join('  ')
      .trimEnd()
  return [line(heads), widths.map((own) => '─'.repeat(own)).join('  '), ...rows.map(line)]
}

const lengthOf = (text: string): number => Array.from(signs.segment(printed(text))).length

/** Words in lines of at most this width, for notes. */
export function inLines(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of printed(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
