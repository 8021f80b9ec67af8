import type { ClientBase } from 'pg'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Our tables with the columns that hold something of their own, those that others refer to first. Prisma's own table is left out. */
export async function tablesInOrder(client: ClientBase): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
  )
  const { rows: references } = await client.query<Reference>(
    `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  )
  return inOrder(
    tables,
    references.map(({ from, to }) => ({ from: unquoted(from), to: unquoted(to) })),
  )
}

type Reference = { readonly from: string; readonly to: string }

/** @throws when two tables refer to each other, as then neither can be filled first */
export function inOrder(tables: readonly Table[], references: readonly Reference[]): readonly Table[] {
  const ordered: Table[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && [...waiting].some((table) => table.name === to)),
    )
    if (free.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${[...waiting].map(({ name }) => name).join(', ')}`)
    for (const table of free) {
      ordered.push(table)
      waiting.delete(table)
    }
  }
  return ordered
}

/** `regclass` puts quotes around names with capitals. */
const unquoted = (name: string): string => name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')
