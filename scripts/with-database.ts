import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClientConfig } from 'pg'
import { readConfig } from '#server/config.ts'
import { StartError } from '#server/db/start-error.ts'
import { openStorage } from '#server/db/storage.ts'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs one command on the database that the settings name, embedded or not, and prints what it returns. What an administrator
 * can mend is one sentence on stderr and exit code 1.
 *
 * @param usage - how the command is written, shown when its one argument is missing
 */
export async function withDatabase(
  usage: string,
  work: (config: ClientConfig, argument: string) => Promise<string>,
): Promise<void> {
  const [argument, ...more] = process.argv.slice(2)
  if (argument === undefined || argument.startsWith('-') || more.length > 0) return fail(`use it as: ${usage}`)
  const settings = join(projectFolder, '.env')
  if (existsSync(settings)) process.loadEnvFile(settings)
  try {
    const storage = await openStorage(readConfig(process.env), projectFolder, () => {})
    try {
      const text = await work(storage.config, argument)
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    } finally {
      await storage.leave()
    }
  } catch (error) {
    if (!(error instanceof StartError) && !isFileError(error)) throw error
    fail(error instanceof StartError ? error.message : `the file can't be used: ${error.message}`)
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error
}
