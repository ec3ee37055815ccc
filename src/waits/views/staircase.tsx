import type { QuantileTime } from '../../measure/quantile.ts'
import { formatNumber } from '../../ui/format.fr.ts'
import { Stairs, type StairsProps } from '../../ui/stairs.tsx'
import type { Stair } from '../domain/stair.ts'
import type { CutStair } from '../domain/cut-stair.ts'
import type { Drawing } from '../domain/staircase.ts'
import {
  AT_BIN_ENDS,
  betweenShares,
  COMPRESSED,
  EXACT_POINTS,
  outOfHundred,
  sayCutMedian,
  sayEnd,
  sayStaircase,
  shortDays,
} from './staircase-words.fr.ts'

type Props = {
  readonly drawing: Drawing
  /** What the axis of time begins with: «temps écoulé depuis l’enregistrement». */
  readonly since: string
}

/** The staircase as a page shows it: the picture, those still followed under it, and what must be known to read it. */
export const Staircase = ({ drawing, since }: Props) => (
  <>
    <p class="small quiet stairs-head">Sur 100 demandes, combien attendent encore</p>
    {drawing.subject.steps.length === 0 ? null : <Stairs {...stairsOf(drawing, since)} />}
    <Along drawing={drawing} />
    <RiskTable drawing={drawing} />
    <p class="small quiet">{notesOf(drawing).join(' ')}</p>
  </>
)

/** Where a script reads the curve day by day; without one the table says the same at a few days. */
const Along = ({ drawing: { subject, known } }: { drawing: Drawing }) =>
  known === 'bin_ends' || subject.until < 2 ? null : (
    <p class="small" data-along={'Après {day}\u00a0j, encore en attente\u202f: {share} sur 100'} hidden>
      <label>
        Lire la courbe{' '}
        <input
          type="range"
          min="0"
          max={Math.floor(subject.until)}
          value={Math.min(30, Math.floor(subject.until))}
        />
      </label>{' '}
      <output />
    </p>
  )

/** The drawing as the house’s stair takes it. */
export function stairsOf(drawing: Drawing, since: string): StairsProps {
  const { subject, compared, closedOnly, told, landings } = drawing
  return {
    ...drawnOf(subject),
    label: `Courbe en escalier\u202f: ${sayStaircase(drawing)}. Les mêmes chiffres sont dans le tableau.`,
    lastDay: drawing.lastDay,
    compressed: drawing.compressed,
    boxes: drawing.known === 'bin_ends',
    since,
    deadlines: landings,
    ...(compared && { compared: drawnOf(compared) }),
    ...(closedOnly && {
      closedOnly: {
        steps: closedOnly.steps,
        ...(closedOnly.median !== null && {
          median: { day: closedOnly.median, words: shortDays(closedOnly.median) },
        }),
      },
    }),
    ...(told && { told: toldOn(told) }),
  }
}

const toldOn = (told: NonNullable<Drawing['told']>) =>
  'share' in told
    ? { ...told, words: outOfHundred(told.share) }
    : { day: told.day, share: (told.low + told.high) / 2, words: betweenShares(told) }

const drawnOf = ({ name, steps, until, median }: Stair | CutStair) => ({
  name,
  steps,
  until,
  ...('value' in median && medianOn(median.value, until)),
})

const medianOn = (value: QuantileTime, until: number) => {
  if (value === 'not_reached' || value > until) return {}
  return { median: { day: value, words: shortDays(value) } }
}

/** What a reader needs beside the drawing: where it stops and why, how its time runs, what it does not know. */
export const notesOf = (drawing: Drawing): readonly string[] => {
  const { subject, compared, compressed } = drawing
  return [
    ...(drawing.known === 'bin_ends'
      ? [drawing.subject, ...(drawing.compared ? [drawing.compared] : [])].map(sayCutMedian)
      : []),
    sayEnd(subject),
    ...(compared && compared.steps.length === 0 ? [`${compared.name}\u202f: ${sayEnd(compared)}`] : []),
    ...(compressed ? [COMPRESSED] : []),
    ...(drawing.known === 'bin_ends'
      ? [AT_BIN_ENDS, ...(hasPoints(drawing.subject) ? [EXACT_POINTS] : [])]
      : []),
  ]
}

const hasPoints = ({ steps }: CutStair): boolean =>
  steps.some(({ day, surely }) => day > 0 && surely.low === surely.high)

/** Those still followed at a mark; past the end of the stair, only that they are few. */
export const sayAtRisk = (stair: Stair | CutStair, mark: number, count: number): string =>
  mark > stair.until && count > 0 && count < 10 ? '<\u202f10' : formatNumber(count)

const RiskTable = ({ drawing: { marks, subject, compared } }: { drawing: Drawing }) => (
  <table class="small risk">
    <caption>Demandes encore suivies, par jour écoulé</caption>
    <thead>
      <tr>
        {marks.map((mark) => (
          <th key={mark} scope="col">
            {mark === 0 ? '0' : shortDays(mark)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      <RiskRows stair={subject} marks={marks} shade="a" />
      {compared ? <RiskRows stair={compared} marks={marks} shade="b" /> : null}
    </tbody>
  </table>
)

const RiskRows = ({
  stair,
  marks,
  shade,
}: {
  stair: Stair | CutStair
  marks: readonly number[]
  shade: 'a' | 'b'
}) => (
  <>
    <tr class={shade}>
      <th colSpan={marks.length} scope="rowgroup">
        <bdi>{stair.name}</bdi>
      </th>
    </tr>
    <tr>
      {marks.map((mark, at) => (
        <td key={mark}>{sayAtRisk(stair, mark, stair.atRisk[at] ?? 0)}</td>
      ))}
    </tr>
  </>
)
