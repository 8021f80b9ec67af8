import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import type { Config } from '../config.ts'
import { joinEmbedded } from './embedded.ts'
import { canEnter, databaseOwner, rootFolder } from './postgres-binaries.ts'
import { StartError } from './start-error.ts'

export type Storage = { readonly config: ClientConfig; readonly leave: () => Promise<void> }

/**
 * The server that the settings name, reached once, or the embedded one.
 *
 * @throws {StartError} when it can't be reached or started
 */
export async function openStorage(
  config: Config,
  projectFolder: string,
  onProgress: (message: string) => void,
): Promise<Storage> {
  if (config.databaseUrl === undefined) {
    const folder = config.dataFolder ?? defaultDataFolder(projectFolder)
    if (folder === rootFolder)
      onProgress(`database: kept in ${rootFolder}, as PostgreSQL runs as "nobody", who can't enter this folder`)
    return joinEmbedded(join(folder, 'postgres'), { onProgress })
  }
  const external: ClientConfig = { connectionString: config.databaseUrl }
  await reach(external, new URL(config.databaseUrl).host)
  return { config: external, leave: async () => {} }
}

/** `data` in the project's folder, or a folder of the system where root's PostgreSQL couldn't get there. */
export function defaultDataFolder(projectFolder: string): string {
  const owner = databaseOwner()
  const near = join(projectFolder, 'data')
  return owner && !canEnter(near, owner) ? rootFolder : near
}

async function reach(config: ClientConfig, host: string): Promise<void> {
  const client = new Client({ ...config, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : String(Object(cause).code ?? 'no answer')
    throw new StartError(`the database at ${host} can't be reached (${reason}): check DATABASE_URL`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}
