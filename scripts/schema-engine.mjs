#!/usr/bin/env node
/**
 * Stands in for Prisma's schema engine, which its command line would download. It speaks the engine's protocol (JSON-RPC, one
 * message a line) over the WebAssembly build of the same engine, on an in-memory PGlite for `pglite:` or on a real server for
 * any other address. `generate` only needs this file to exist; `migrate diff` and `migrate status` run it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const extensionNames = ['btree_gist', 'unaccent', 'pg_trgm']
const argument = (name) => process.argv[process.argv.indexOf(name, 2) + 1]
const has = (name) => process.argv.includes(name, 2)
const url = (has('--datasource') && JSON.parse(argument('--datasource')).url) || 'pglite:'

async function loadEngine() {
  const require = createRequire(import.meta.url)
  const bindingsPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings = await import(bindingsPath)
  const { instance } = await WebAssembly.instantiate(readFileSync(bindingsPath.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const factory = url.startsWith('pglite:') ? await memoryFactory() : await serverFactory()
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

/** The published adapter swallows the errors of scripts and gives its shadow database no extensions: both are put right here. */
async function memoryFactory() {
  const { PGlite } = await import('@electric-sql/pglite')
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const extensions = {}
  for (const name of extensionNames) extensions[name] = (await import(`@electric-sql/pglite/contrib/${name}`))[name]
  const connect = async () => {
    const memory = await PGlite.create({ extensions })
    const adapter = await new PrismaPGlite(memory).connect()
    adapter.executeScript = async (sql) => {
      await memory.exec(sql)
    }
    return adapter
  }
  const factory = new PrismaPGlite(await PGlite.create({ extensions }))
  factory.connect = connect
  factory.connectToShadowDb = connect
  return factory
}

async function serverFactory() {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  return new PrismaPg(url)
}

let engine
const theEngine = () => (engine ??= loadEngine())
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

async function answer({ id, method, params }) {
  try {
    const ready = await theEngine()
    const result = await ready[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && result?.stdout)
      send({ id: `${id}-print`, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } })
    send({ id, result: result ?? null })
  } catch (error) {
    const message = String(error.message ?? error)
    const data = { is_panic: false, message, error_code: error.code, meta: error.meta ?? null }
    send({ id, error: { code: 4466, message: 'An error happened', data } })
  }
}

if (has('cli')) {
  try {
    await (await theEngine()).version()
    process.exit(0)
  } catch (error) {
    const fields = { error_code: 'P1001', message: String(error.message ?? error) }
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
    process.exit(1)
  }
}

let queue = Promise.resolve()
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line)
    if (message.method) queue = queue.then(() => answer(message)) // a line without a method answers our own print
  })
  .on('close', () => queue.then(() => process.exit(0)))
