/**
 * `npm run dev`: pages from their sources on `PORT` (3000), replaced in the browser as they change; the server behind them starts
 * again when one of its files changes.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createServer } from 'vite'
import { projectFolder } from './build.mjs'

const settings = join(projectFolder, '.env')
if (existsSync(settings)) process.loadEnvFile(settings)
const port = Number(process.env.PORT || 3000)
const serverPort = port + 1

const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const server = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'scripts/serve.ts'], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(serverPort), PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}` },
})

const target = `http://localhost:${serverPort}`
const proxy = { '/api': target, '/feeds': target, '/healthz': target, '/readyz': target }
const pages = await createServer({
  configFile: join(projectFolder, 'client/vite.config.ts'),
  server: { port, strictPort: true, proxy },
})
await pages.listen()
pages.printUrls()

server.once('exit', (code) => pages.close().then(() => process.exit(code ?? 0)))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.kill('SIGTERM'))
