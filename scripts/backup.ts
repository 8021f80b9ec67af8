/** `npm run backup -- FILE`: everything the database holds, in one file, while the server runs. */
import { resolve } from 'node:path'
import { backUp } from '#server/db/backup.ts'
import { withDatabase } from './with-database.ts'

await withDatabase('npm run backup -- FILE', async (config, file) => {
  const { tables, rows } = await backUp(config, resolve(file))
  return `${file} holds ${rows} rows of ${tables} tables and the installation's secret: keep it where only you can read it`
})
