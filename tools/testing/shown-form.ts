// A form as a browser would send it untouched: what its fields hold when the page is drawn.
const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

/** The values of the first form that holds these words, selects and ticks included. */
export function shownForm(html: string, words: string): Record<string, string> {
  const form = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((each) => decode(each).includes(words)) ?? ''
  return { ...inputsOf(form), ...selectsOf(form) }
}

const inputsOf = (form: string): Record<string, string> =>
  Object.fromEntries(
    (form.match(/<input[^>]*>/g) ?? []).flatMap((tag) => {
      const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text']
      const isChoice = type === 'checkbox' || type === 'radio'
      if (name === undefined || type === 'file' || (isChoice && !/\schecked(?:[\s=/>])/.test(tag))) return []
      return [[name, attribute(tag, 'value') ?? '']]
    }),
  )

const selectsOf = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag = '', inside = '']) => {
      const options = inside.match(/<option[^>]*>/g) ?? []
      const chosen = options.find((option) => /\sselected/.test(option)) ?? options[0] ?? ''
      return [attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? '']
    }),
  )
