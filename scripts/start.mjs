/** `npm start`: builds what is missing, then serves. Settings come from the environment and, where that says nothing, from `.env`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfChanged, projectFolder } from './build.mjs'

const report = (message) => process.stdout.write(`${message}\n`)

const settings = join(projectFolder, '.env')
if (existsSync(settings)) process.loadEnvFile(settings)
try {
  await buildIfChanged(report)
  const { run } = await import('../build/server/main.js')
  await run(process.env, projectFolder, report)
} catch (error) {
  process.stderr.write(`Podwórko can't be built: ${error.message}\n`)
  process.exitCode = 1
}
