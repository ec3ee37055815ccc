/** The engine of ODK as an oracle: a form it loads, answers it is given, and what it then says of each question. */
import { JSDOM } from 'jsdom'
import { createRequire } from 'node:module'

export type SaidOf = {
  readonly path: string
  readonly isRelevant: boolean
  readonly value: string
  readonly violation: string | null
}
export type Reference = {
  readonly said: () => SaidOf[]
  /** Sets a value as its own kind of answer; false when the engine does not let it be written. */
  readonly answer: (path: string, value: string) => boolean
  readonly addInstance: (parent: string, name: string) => boolean
}

type EngineNode = {
  readonly nodeType: string
  readonly currentState: {
    readonly reference: string
    readonly relevant: boolean
    readonly readonly: boolean
    readonly children: readonly EngineNode[] | null
  }
  readonly validationState: { readonly violation?: { readonly condition: string } | null }
  readonly getXPathValue: () => string
  readonly setValue?: (value: unknown) => unknown
  readonly selectValue?: (value: string) => unknown
  readonly selectValues?: (values: readonly string[]) => unknown
  readonly setValues?: (values: readonly string[]) => unknown
  readonly addInstances?: (after?: number) => unknown
}

const NOT_VALUES = [
  'root',
  'group',
  'repeat-instance',
  'repeat-range:controlled',
  'repeat-range:uncontrolled',
]

/** What the engine expects of a browser, and of the folder of its parser, put on this process once. */
export function furnish(): void {
  const { window } = new JSDOM('', { url: 'http://localhost/' })
  const require = createRequire(import.meta.url)
  const names = [
    'DOMParser',
    'XMLSerializer',
    'Node',
    'Element',
    'Document',
    'Attr',
    'Text',
    'XPathResult',
    'XPathEvaluator',
    'File',
    'FormData',
    'document',
  ]
  for (const name of names)
    Object.defineProperty(globalThis, name, {
      value: Reflect.get(window, name),
      configurable: true,
      writable: true,
    })
  Object.assign(globalThis, { __dirname: import.meta.dirname, require })
}

/** Nothing when the engine cannot load it: said why. */
export async function loadReference(xform: string): Promise<Reference | { readonly cannot: string }> {
  try {
    const { createInstance, constants } = await import('@getodk/xforms-engine')
    const made = await createInstance(xform, {
      form: {
        fetchFormAttachment: () => Promise.resolve(new Response('', { status: 404 })),
        missingResourceBehavior: constants.MISSING_RESOURCE_BEHAVIOR.BLANK,
      },
    })
    return referenceOf(made.root as unknown as EngineNode)
  } catch (error) {
    return { cannot: error instanceof Error ? error.message : String(error) }
  }
}

function* every(node: EngineNode): Generator<EngineNode> {
  yield node
  for (const child of node.currentState.children ?? []) yield* every(child)
}

function referenceOf(root: EngineNode): Reference {
  const find = (path: string) =>
    [...every(root)].find(
      (node) => node.currentState.reference === path && node.nodeType !== 'repeat-instance-range',
    )
  return {
    said: () =>
      [...every(root)]
        .filter(({ nodeType }) => !NOT_VALUES.includes(nodeType))
        .map((node) => ({
          path: node.currentState.reference,
          isRelevant: node.currentState.relevant,
          value: node.getXPathValue(),
          violation: node.validationState.violation?.condition ?? null,
        })),
    answer: (path, value) => {
      const node = find(path)
      return node ? write(node, value) : false
    },
    addInstance: (parent, name) => {
      const range = [...every(root)].find(
        ({ nodeType, currentState }) =>
          nodeType === 'repeat-range:uncontrolled' && currentState.reference === `${parent}/${name}`,
      )
      range?.addInstances?.()
      return range !== undefined
    },
  }
}

function write(node: EngineNode, value: string): boolean {
  if (node.currentState.readonly) return false
  if (node.nodeType === 'trigger') node.setValue?.(value === 'OK')
  else if (node.selectValues) node.selectValues(value === '' ? [] : value.split(' '))
  else if (node.selectValue) node.selectValue(value)
  else if (node.setValues) node.setValues(value === '' ? [] : value.split(' '))
  else if (node.nodeType === 'input' || node.nodeType === 'range') node.setValue?.(value)
  else return false
  return true
}
