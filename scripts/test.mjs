/**
 * `npm test`: checks, then all tests, each run even when an earlier one failed. The last line counts them: every check and every
 * test is one. `.ci/run` reads it again from `build/test/summary.txt`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './build.mjs'

const results = join(projectFolder, 'build', 'test')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

/** Runs a script of package.json, or a program; true when it succeeded. */
function run(...command) {
  console.log(`\n> ${command.join(' ')}`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return (
    spawnSync(npm, ['run', '--silent', ...command], { cwd: projectFolder, stdio: 'inherit', shell: process.platform === 'win32' })
      .status === 0
  )
}

function readJson(name) {
  const path = join(results, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** What a runner counted. A runner that failed without counting a failure failed itself: that is one more. */
function counted(succeeded, passed = 0, failed = 0) {
  return { passed, failed: succeeded || failed > 0 ? failed : 1 }
}

const checks = ['generate', 'types', 'lint', 'format:check', 'rooms', 'drift'].map((name) => run(name))
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
