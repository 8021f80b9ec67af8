import type { ReactNode } from 'react'
import './data-table.css'

export type Column<Row> = {
  readonly key: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  /** Names the row: a heading of it, and the title of its card on a phone. One column is. */
  readonly main?: boolean
  /** Numbers stand at the right. */
  readonly number?: boolean
}

type DataTableProps<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Names a row's look: `window` for what is wrong, `quiet` for what is over. */
  readonly rowTone?: (row: Row) => 'window' | 'quiet' | undefined
  /** True: the caption is seen too, not only heard. */
  readonly captionShown?: boolean
}

/** A table on a desk, a card per row on a phone. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowTone, captionShown = false }: DataTableProps<Row>) {
  return (
    <table className="data-table">
      <caption className={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, heading, number }) => (
            <th key={key} scope="col" className={number ? 'data-number' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowTone?.(row) ? `data-${rowTone(row)}` : undefined}>
            {columns.map(({ key, heading, cell, main, number }) =>
              main ? (
                <th key={key} scope="row" className="data-main">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-heading={heading} className={number ? 'data-number' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
