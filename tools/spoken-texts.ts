/** What a source file says to people: its strings and the text between its tags, without the code around them. */
export type SpokenText = { said: string; index: number }

const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[^])*`/g
const MODULE = /^[ \t]*(?:import|export)\b[^'"`;=]*?(?:\bfrom\b)?\s*(['"])[^'"\n]+\1/gm
const HOLE = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g
/** Between two tags, or a tag and a `{hole}`. What holds the signs of code is code: `=>`, calls, types. */
const BETWEEN_TAGS = /(?<![=-])>([^<>{}=()|]*)(?=[<{])/g
/** A regular expression written as text is read by a machine. */
const PATTERN = /\(\?[:=!<]/
/** Attributes that nobody reads. */
const SILENT =
  /\b(?:class|id|for|name|type|href|action|method|rel|src|role|autocomplete|inputmode|data-[a-z-]+)=$/

export function spokenTexts(source: string): SpokenText[] {
  const code = withoutComments(source).replace(MODULE, blank)
  const strings = [...code.matchAll(STRING)]
    .filter(
      ({ 0: quoted, index }) =>
        !PATTERN.test(quoted) && !SILENT.test(code.slice(Math.max(0, index - 40), index)),
    )
    .map(({ 0: quoted, index }) => ({ said: asHeard(quoted.slice(1, -1)), index: index + 1 }))
  const tags = [...code.replace(STRING, blank).matchAll(BETWEEN_TAGS)]
    .map(({ 1: said = '', index }) => ({ said: said.replace(/&\w+;/g, blank), index: index + 1 }))
    .filter(({ said }) => said.trim() !== '')
  return [...strings, ...tags]
}

/** Same length and same lines, so that a place in the answer is a place in the file. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, blank)
}

/** With its escapes read (`\u202f`) and a word for each hole. */
function asHeard(said: string): string {
  return said
    .replace(HOLE, '0')
    .replace(/\\u\{?([0-9a-f]{4})\}?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
