import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join('build', 'bench')
const partNames = ['bare-server', 'edits', 'generation', 'load', 'reader', 'series-edits', 'sign-ups'] as const
export type PartName = (typeof partNames)[number]

/** A program of the bench in a process of its own: it is told something and answers once. */
export type Part = {
  readonly pid: number
  readonly tell: <Answer>(message: unknown) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** Bundles the bench's programs the way `npm start` bundles the server, so that the same JavaScript is measured. */
export async function bundleParts(): Promise<void> {
  await build({
    entryPoints: partNames.map((name) => join('scripts', 'bench', `${name}.ts`)),
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  })
}

export function startPart(name: PartName): Part {
  const child = fork(join(folder, `${name}.js`), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  return {
    pid: child.pid ?? NaN,
    tell: <Answer>(message: unknown) => tell<Answer>(child, name, message),
    stop: async () => {
      if (child.connected) child.disconnect() // each part ends by itself then
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function tell<Answer>(child: ChildProcess, name: PartName, message: unknown): Promise<Answer> {
  const ended = new AbortController()
  const fail = (): void => ended.abort(new Error(`the part "${name}" ended before it answered: see above`))
  child.once('exit', fail)
  try {
    const answered = once(child, 'message', { signal: ended.signal })
    child.send(message as object)
    const [answer] = (await answered) as [Answer]
    return answer
  } finally {
    child.off('exit', fail)
  }
}

/** The time that a process has spent computing, in milliseconds; NaN on systems without `/proc`. */
export function cpuMsOf(pid: number): number {
  if (process.platform !== 'linux') return NaN
  const afterName = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
  const [user = NaN, system = NaN] = afterName.slice(11, 13).map(Number)
  return (user + system) * 10 // a hundred ticks a second
}
