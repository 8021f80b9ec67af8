/** `npm run restore -- FILE`: fills an empty database from a backup. */
import { join, resolve } from 'node:path'
import { restore } from '#server/db/restore.ts'
import { projectFolder, withDatabase } from './with-database.ts'

await withDatabase('npm run restore -- FILE', async (config, file) => {
  const { tables, rows } = await restore(config, resolve(file), join(projectFolder, 'prisma', 'migrations'))
  return `restored ${rows} rows of ${tables} tables from ${file}`
})
