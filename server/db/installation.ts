import { randomBytes } from 'node:crypto'
import type { ClientBase } from 'pg'

/** What is made once for this installation and stays the same when it moves to another address. */
export type Installation = {
  /** Stands after `@` in every UID. */
  readonly uidDomain: string
  /** 32 random bytes, for links that must be given again unchanged. */
  readonly secret: Buffer
}

type Row = { readonly uidDomain: string; readonly secret: Buffer; readonly renderVersion: number; readonly publicUrl: string }

/**
 * Makes the installation's constants at the first start. When the wording of feeds or the public address has changed since the
 * last start, raises every public session once, so that phones take the new text.
 *
 * @param client - holds the start lock
 * @param renderVersion - rises with every release that words feeds differently
 */
export async function prepareInstallation(client: ClientBase, renderVersion: number, publicUrl: string): Promise<Installation> {
  await client.query(
    `INSERT INTO "Installation" ("uidDomain", secret, "renderVersion", "publicUrl") VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
    [`${randomBytes(6).toString('hex')}.podworko`, randomBytes(32), renderVersion, publicUrl],
  )
  await client.query('BEGIN')
  try {
    const { rows } = await client.query<Row>(
      'SELECT "uidDomain", secret, "renderVersion", "publicUrl" FROM "Installation" FOR UPDATE',
    )
    const [row] = rows
    if (!row) throw new Error('the table Installation is empty right after its row was inserted')
    if (row.renderVersion !== renderVersion || row.publicUrl !== publicUrl) {
      await client.query('SELECT bump_all_faces()')
      await client.query('UPDATE "Installation" SET "renderVersion" = $1, "publicUrl" = $2', [renderVersion, publicUrl])
    }
    await client.query('COMMIT')
    return { uidDomain: row.uidDomain, secret: row.secret }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
