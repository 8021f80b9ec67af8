/**
 * `npm test`: checks, then all tests, each run even when an earlier one failed. The last line counts them: every check and every
 * test is one. `.ci/run` reads it again from `build/test/summary.txt`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './build.mjs'

const results = join(projectFolder, 'build', 'test')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const onWindows = process.platform === 'win32'
const npm = onWindows ? 'npm.cmd' : 'npm'

/** Runs a script of package.json; true when it succeeded. */
function run(...command) {
  console.log(`\n> ${command.join(' ')}`)
  return spawnSync(npm, ['run', '--silent', ...command], { cwd: projectFolder, stdio: 'inherit', shell: onWindows }).status === 0
}

/** Runs a script whose words are shown when it is done, as others run beside it. */
async function runBeside(name) {
  const child = spawn(npm, ['run', '--silent', name], { cwd: projectFolder, shell: onWindows })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const [status] = await once(child, 'close')
  console.log(`\n> ${name}\n${Buffer.concat(said)}`)
  return status === 0
}

/** Two at a time: each check keeps one core busy. */
async function runInPairs(names) {
  const waiting = [...names]
  const succeeded = []
  const inTurn = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) succeeded.push(await runBeside(name))
  }
  await Promise.all([inTurn(), inTurn()])
  return succeeded
}

function readJson(name) {
  const path = join(results, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** What a runner counted. A runner that failed without counting a failure failed itself: that is one more. */
function counted(succeeded, passed = 0, failed = 0) {
  return { passed, failed: succeeded || failed > 0 ? failed : 1 }
}

// First, as tests with servers of their own would build beside others that use what is built.
const checks = [run('build'), ...(await runInPairs(['types', 'format:check', 'lint', 'rooms', 'drift']))]
const unit = run('unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`)
const unitResults = readJson('unit.json')
const browser = run('e2e')
const browserResults = readJson('browser.json')

const all = [
  { passed: checks.filter(Boolean).length, failed: checks.filter((succeeded) => !succeeded).length },
  counted(unit, unitResults?.numPassedTests, unitResults?.numFailedTests),
  counted(browser, browserResults?.stats.expected, browserResults?.stats.unexpected),
]
const total = (name) => all.reduce((sum, part) => sum + part[name], 0)
const summary = `${total('passed')} passed, ${total('failed')} failed`
writeFileSync(join(results, 'summary.txt'), `${summary}\n`)
console.log(`\n${summary}`)
process.exitCode = total('failed') === 0 ? 0 : 1
