// The built-in questionnaire as a peer reads it: the same questions, choices, languages and repeat; its rules left out, which favours the peer.
import type { Choice, Form, Item, Question, Wording } from '../../src/instruments/domain/form.ts'

export function xformOf({ root, items, lists, languages }: Form): string {
  const texts = new Map<string, Wording | undefined>()
  const body = items.map((item) => controlOf(item, `/${root}`, { lists, texts })).join('')
  return `<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Délais</h:title><model><itext>${languages.map(({ name }, at) => translation(name, at === 0, texts)).join('')}</itext><instance><${root} id="${root}">${items.map(nodeOf).join('')}</${root}></instance>${items.map((item) => bindOf(item, `/${root}`)).join('')}</model></h:head><h:body>${body}</h:body></h:html>`
}

type Written = { readonly lists: Form['lists']; readonly texts: Map<string, Wording | undefined> }

const translation = (name: string, isFirst: boolean, texts: ReadonlyMap<string, Wording | undefined>) =>
  `<translation lang="${name}"${isFirst ? ' default="true()"' : ''}>${[...texts].map(([id, words]) => `<text id="${id}"><value>${escaped(plain(words?.[name]))}</value></text>`).join('')}</translation>`

const plain = (parts: Wording[string] = []): string =>
  parts.map((part) => (typeof part === 'string' ? part : '')).join('')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A repeat is told twice: what each time is made of, and the first time. */
function nodeOf(item: Item): string {
  if (item.kind === 'question') return `<${item.name}/>`
  const inside = `${item.items.map(nodeOf).join('')}</${item.name}>`
  const template = item.kind === 'repeat' ? `<${item.name} jr:template="">${inside}` : ''
  return `${template}<${item.name}>${inside}`
}

const TYPES: Readonly<Record<string, string>> = { integer: 'int', text: 'string' }

const bindOf = (item: Item, parent: string): string => {
  const path = `${parent}/${item.name}`
  return item.kind === 'question'
    ? `<bind nodeset="${path}" type="${TYPES[item.type] ?? 'string'}"/>`
    : item.items.map((inner) => bindOf(inner, path)).join('')
}

function controlOf(item: Item, parent: string, to: Written): string {
  const path = `${parent}/${item.name}`
  const label = labelOf(`${path}:label`, item.label, to)
  if (item.kind === 'question') return questionOf(item, path, label, to)
  const inside = item.items.map((inner) => controlOf(inner, path, to)).join('')
  return item.kind === 'repeat'
    ? `<group ref="${path}">${label}<repeat nodeset="${path}">${inside}</repeat></group>`
    : `<group ref="${path}">${label}${inside}</group>`
}

function labelOf(id: string, words: Wording | undefined, { texts }: Written): string {
  texts.set(id, words)
  return `<label ref="jr:itext('${id}')"/>`
}

function questionOf({ type, list }: Question, path: string, label: string, to: Written): string {
  const control = type === 'select_one' ? 'select1' : type === 'select_multiple' ? 'select' : 'input'
  const choices = to.lists[list ?? ''] ?? []
  const item = ({ name, label: words }: Choice) =>
    `<item>${labelOf(`${path}:${name}`, words, to)}<value>${name}</value></item>`
  return `<${control} ref="${path}">${label}${choices.map(item).join('')}</${control}>`
}
