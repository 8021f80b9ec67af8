/**
 * `npm run drift`: fails when the migrations don't add up to the schema, and prints the SQL that is missing. Needs no network.
 * What was found right once isn't compared again until it changes, as it takes ten seconds.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFolder, fingerprintOf } from './build.mjs'

const checkedFile = join(buildFolder, 'test-cache', 'drift')
const fingerprint = fingerprintOf(['prisma/schema.prisma', 'prisma/migrations', 'scripts/schema-engine.mjs', 'package-lock.json'])

if (!existsSync(checkedFile) || readFileSync(checkedFile, 'utf8') !== fingerprint) compare()

function compare() {
  const prisma = fileURLToPath(new URL('prisma.mjs', import.meta.url))
  const diff = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, ...diff, '--script', '--exit-code'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'pglite:' },
  })
  if (status === 0) {
    mkdirSync(dirname(checkedFile), { recursive: true })
    writeFileSync(checkedFile, fingerprint)
    return
  }
  process.exitCode = 1
  if (status === 2) console.error(`prisma/schema.prisma and prisma/migrations differ. A new migration would be:\n${stdout}`)
  else console.error(`the migrations can't be compared with the schema:\n${stdout}${stderr}`)
}
