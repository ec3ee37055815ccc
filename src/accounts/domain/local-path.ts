const ELSEWHERE = 'http://palier.invalid'
const NEVER = /^\/(?:entrer|sortir|invitation|premiere-fois)(?:[/?]|$)/

/** Where to go after signing in: a path of ours, or nothing. `//` and `/\` name another host to a browser. */
export function localPath(text: string | undefined): string | undefined {
  if (!text || text.length > 500 || !/^\/(?![/\\])/.test(text) || /[\p{Cc}\\]/u.test(text)) return undefined
  if (!URL.canParse(text, ELSEWHERE) || NEVER.test(text)) return undefined
  const url = new URL(text, ELSEWHERE)
  // «/./ /evil» and the like: what the browser would make of it, not what was written, must be ours.
  return url.origin === ELSEWHERE && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}`
    : undefined
}
