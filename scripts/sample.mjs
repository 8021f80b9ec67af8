/** `npm run sample -- load|remove`: settings as for `npm start`; works on the database of the server, running or not. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'
import { buildIfChanged, projectFolder } from './build.mjs'

const settings = join(projectFolder, '.env')
if (existsSync(settings)) process.loadEnvFile(settings)
await buildIfChanged(console.log) // makes Prisma's client, where nothing was started yet
register()
const { runSample } = await import('./sample.ts')
process.exitCode = await runSample(process.argv.slice(2), process.env, projectFolder, {
  tell: console.log,
  complain: console.error,
})
