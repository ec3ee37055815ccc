import { render } from 'preact-render-to-string'
import { scaleOf } from '../../ui/stairs-scale.ts'
import { StairsBody } from '../../ui/stairs.tsx'
import type { Stair } from '../domain/stair.ts'
import type { CutStair } from '../domain/cut-stair.ts'
import type { Drawing } from '../domain/staircase.ts'
import { notesOf, sayAtRisk, stairsOf } from './staircase.tsx'
import { sayCounts, sayStaircase, shortDays } from './staircase-words.fr.ts'

/** The colours of paper, written out: a file that leaves has no stylesheet of ours. */
const STYLE = `text{font-family:"Noto Sans","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#232e37}
.title{font-family:"Noto Serif","Palatino Linotype",Palatino,Georgia,serif;font-weight:600}
.halo{paint-order:stroke;stroke:#fdfbf6;stroke-width:5px;stroke-linejoin:round}.in.halo{stroke:#f4dfd3}
.soft{fill:#4d5c68}.grid{stroke:#d3c7b4}.axis{stroke:#232e37;stroke-width:2}.stairA{fill:#f4dfd3}
.lineA{fill:none;stroke:#96391f;stroke-width:4}.bandA{fill:#96391f;opacity:.2}
.surelyA{fill:#96391f;opacity:.45}.surelyB{fill:#3a5468;opacity:.4}
.lineB{fill:none;stroke:#3a5468;stroke-width:3;stroke-dasharray:9 4}.bandB{fill:#3a5468;opacity:.14}
.lineC,.medianC{fill:none;stroke:#4d5c68;stroke-width:2;stroke-dasharray:1.5 4.5;stroke-linecap:round}
.medianA{stroke:#96391f;stroke-width:1.5}.stop{stroke:#96391f;stroke-width:4}.dotA,.told{fill:#fdfbf6;stroke:#96391f;stroke-width:3}.dotB{fill:#fdfbf6;stroke:#3a5468;stroke-width:2}
.nameA{fill:#96391f;font-weight:600}.nameB{fill:#3a5468;font-weight:600}
.post{stroke:#232e37;stroke-width:1.25}.dashed{stroke-dasharray:4 3}.landing{fill:#232e37}
.shapeL{fill:#3a5468}.letterL{fill:#fdfbf6}.shapeP{fill:#d9e1e5}.shapeC{fill:#fdfbf6;stroke:#96391f;stroke-width:1.5}
.letterC{fill:#96391f}.shapeR{fill:#fdfbf6;stroke:#7d7a70;stroke-width:2;stroke-dasharray:2 2.5}`

type Props = {
  readonly drawing: Drawing
  readonly since: string
  /** What the drawing is of, under its sentence. */
  readonly about: string
  /** As-of date, method, coverage, sources: what a figure never goes without. One line each. */
  readonly source: readonly string[]
}

const [TOP, LINE, WIDTH, MARGIN] = [104, 25, 1000, 24] as const
const LETTERS = 108
/** Letters of a title that hold on the paper at its full size. */
const LONGEST_TITLE = 56

/** The staircase as a file: its own colours, its title and description, its counts and its sources. */
export const staircaseSvg = (props: Props): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${render(<StandaloneStaircase {...props} />).replaceAll(NOT_XML, '')}`

/** What a name in a file may hold and no XML may: a reader refuses the whole drawing for one of them. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function StandaloneStaircase({ drawing, since, about, source }: Props) {
  const { lastDay, compressed, landings, subject, compared } = drawing
  const stairs = [subject, ...(compared ? [compared] : [])]
  const scale = scaleOf({ wide: true, head: 20 + 28 * landings.length, lastDay, compressed })
  const drawn = subject.steps.length > 0 ? scale.height : 0
  const notes = [...stairs.map(sayCounts), ...notesOf(drawing), ...source].flatMap(linesOf)
  const risk = TOP + drawn + 34
  const foot = risk + LINE * (stairs.length + 2)
  const height = foot + LINE * notes.length + 16
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      lang="fr"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-labelledby="titre description"
      font-size="17"
    >
      <title id="titre">{sayStaircase(drawing)}</title>
      <desc id="description">{[about, ...notes].join(' ')}</desc>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      <rect width={WIDTH} height={height} fill="#fdfbf6" />
      <text
        class="title"
        x={MARGIN}
        y="46"
        font-size={sayStaircase(drawing).length > LONGEST_TITLE ? 26 : 32}
      >
        {sayStaircase(drawing)}
      </text>
      <text x={MARGIN} y="78">
        {about}
      </text>
      {drawn > 0 ? (
        <g transform={`translate(0 ${TOP})`}>
          <StairsBody {...stairsOf(drawing, since)} scale={scale} />
        </g>
      ) : null}
      <Risk stairs={stairs} marks={drawing.marks} top={risk} />
      {notes.map((note, i) => (
        <text key={note} class="soft" x={MARGIN} y={foot + LINE * i} font-size="16">
          {note}
        </text>
      ))}
    </svg>
  )
}

const Risk = ({
  stairs,
  marks,
  top,
}: {
  stairs: readonly (Stair | CutStair)[]
  marks: readonly number[]
  top: number
}) => {
  const x = (at: number) => 250 + (at * (WIDTH - 290)) / Math.max(1, marks.length - 1)
  return (
    <g>
      <text x={MARGIN} y={top} font-weight="600">
        Encore suivies à
      </text>
      {marks.map((mark, at) => (
        <text key={mark} x={x(at)} y={top} font-weight="600" text-anchor="middle">
          {mark === 0 ? '0' : shortDays(mark)}
        </text>
      ))}
      {stairs.map((stair, row) => (
        <g key={stair.name}>
          <text class={row === 0 ? 'nameA' : 'nameB'} x={MARGIN} y={top + LINE * (row + 1)}>
            {stair.name.length > 22 ? `${stair.name.slice(0, 21)}…` : stair.name}
          </text>
          {marks.map((mark, at) => (
            <text key={mark} x={x(at)} y={top + LINE * (row + 1)} text-anchor="middle">
              {sayAtRisk(stair, mark, stair.atRisk[at] ?? 0)}
            </text>
          ))}
        </g>
      ))}
    </g>
  )
}

/** A text as lines that hold on the paper. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
