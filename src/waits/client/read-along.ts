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
  if (!part || !range || !told || !first) return
  const shareOn = curveOf(first)
  const show = (): void => {
    const words = (part.dataset['along'] ?? '')
      .replace('{day}', range.value)
      .replace('{share}', String(Math.round(shareOn(Number(range.value)) * 100)))
    told.textContent = words
    range.setAttribute('aria-valuetext', words)
  }
  const read = (): void => {
    show()
    for (const paper of papers) drawRule(paper, Number(range.value))
  }
  range.addEventListener('input', read)
  for (const paper of papers)
    paper.svg.addEventListener('pointermove', (event) => {
      range.value = String(dayUnder(paper, event))
      read()
    })
  part.hidden = false
  show()
}

function dayUnder({ svg, dayAt }: Drawn, { clientX }: PointerEvent): number {
  const { left, width } = svg.getBoundingClientRect()
  return dayAt(((clientX - left) * svg.viewBox.baseVal.width) / width)
}

/** The share that still waits after a day, as the stair of this paper is drawn. */
function curveOf({ svg, xOf }: Drawn): (day: number) => number {
  const line = svg.querySelector('.lineA')?.getAttribute('d') ?? ''
  const treads = treadsOf(line, Number(svg.dataset['top']), Number(svg.dataset['foot']))
  return (day) => treads.findLast(({ x }) => x <= xOf(day))?.share ?? 1
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

function drawRule({ svg, xOf }: Drawn, day: number): void {
  const rule =
    svg.querySelector('.reading') ??
    svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'))
  rule.setAttribute('class', 'axis reading')
  rule.setAttribute('d', `M${xOf(day)} ${svg.dataset['top']}V${svg.dataset['foot']}`)
}
