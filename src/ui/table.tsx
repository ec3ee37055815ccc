import type { ComponentChildren } from 'preact'

export type Column<Row> = {
  readonly header: string
  readonly numeric?: boolean
  readonly cell: (row: Row) => ComponentChildren
}
type Props<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** Figures in three columns hold in a phone; words or more columns would be cut, and each row then lays its cells down, named. */
const laysDown = <Row,>(columns: readonly Column<Row>[]): boolean =>
  columns.length > 3 || (columns.length > 2 && columns.some((c, i) => i > 0 && !c.numeric))

/** A table inside its own named, focusable scroll: the page itself never scrolls sideways. The first column heads its row. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf }: Props<Row>) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table {...(laysDown(columns) ? { class: 'lays' } : {})}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((c) => (
            <th key={c.header} scope="col" {...(c.numeric ? { class: 'n' } : {})}>
              {c.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((c, i) =>
              i === 0 ? (
                <th key={c.header} scope="row">
                  {c.cell(row)}
                </th>
              ) : (
                <td key={c.header} data-label={c.header} {...(c.numeric ? { class: 'n' } : {})}>
                  {c.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
