/** Values along a curve, by keyboard or pointer: the drawing is read where it is drawn, so nothing more is sent. */

type Drawn = {
  readonly svg: SVGSVGElement
  readonly dayAt: (x: number) => number
  readonly xOf: (day: number) => number
}

export function readAlong(main: Element): void {
  const part = main.querySelector<HTMLElement>('[data-along]')
  const range = part?.querySelector<HTMLInputElement>('input')
  const told = part?.querySelector('output')
  const papers = [...main.querySelectorAll<SVGSVGElement>('#courbe svg[data-last]')].map(drawnOf)
  const [first] = papers
  const line = first?.svg.querySelector('.lineA')?.getAttribute('d')
  if (!part || !range || !told || !first || !line) return
  const treads = treadsOf(line, Number(first.svg.dataset['top']), Number(first.svg.dataset['foot']))
  const show = (): void => {
    const day = Number(range.value)
    const share = treads.findLast(({ x }) => x <= first.xOf(day))?.share ?? 1
    const words = (part.dataset['along'] ?? '')
      .replace('{day}', range.value)
      .replace('{share}', String(Math.round(share * 100)))
    told.textContent = words
    range.setAttribute('aria-valuetext', words)
  }
  const showAll = (): void => {
    show()
    const day = Number(range.value)
    for (const { svg, xOf } of papers)
      ruleOf(svg).setAttribute('d', `M${xOf(day)} ${svg.dataset['top']}V${svg.dataset['foot']}`)
  }
  range.addEventListener('input', showAll)
  for (const { svg, dayAt } of papers)
    svg.addEventListener('pointermove', (event) => {
      const box = svg.getBoundingClientRect()
      range.value = String(dayAt(((event.clientX - box.left) * svg.viewBox.baseVal.width) / box.width))
      showAll()
    })
  part.hidden = false
  show()
}

/** Where a day falls on one paper, and back. */
function drawnOf(svg: SVGSVGElement): Drawn {
  const of = (name: string): number => Number(svg.dataset[name])
  const [left, right, last] = [of('left'), of('right'), of('last')]
  const power = svg.dataset['compressed'] === undefined ? 1 : 2
  return {
    svg,
    dayAt: (x) => Math.round(last * Math.min(1, Math.max(0, (x - left) / (right - left))) ** power),
    xOf: (day) => left + (right - left) * (day / last) ** (1 / power),
  }
}

/** `M64 20H80V44…`: from each x on, the share that still waits. */
function treadsOf(
  line: string,
  top: number,
  foot: number,
): readonly { readonly x: number; readonly share: number }[] {
  const share = (y: string | undefined): number => (foot - Number(y)) / (foot - top)
  const [, startX, startY] = /^M([\d.]+) ([\d.]+)/.exec(line) ?? []
  const treads = [...line.matchAll(/H([\d.]+)V([\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    share: share(y),
  }))
  return [{ x: Number(startX), share: share(startY) }, ...treads]
}

function ruleOf(svg: SVGSVGElement): Element {
  const known = svg.querySelector('.reading')
  if (known) return known
  const rule = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  rule.setAttribute('class', 'axis reading')
  return svg.appendChild(rule)
}
