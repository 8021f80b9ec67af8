/** Serves from the sources, without a build: for `npm run dev`. */
import { run } from '#server/main.ts'
import { fileURLToPath } from 'node:url'

await run(process.env, fileURLToPath(new URL('..', import.meta.url)), (message) => process.stdout.write(`${message}\n`))
