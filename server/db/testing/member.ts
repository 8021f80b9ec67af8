/** A process of its own that uses an embedded server until it is told to stop: `tsx member.ts FOLDER`. */
import { joinEmbedded } from '../embedded.ts'

const server = await joinEmbedded(process.argv[2] ?? '')
process.once('SIGTERM', async () => {
  await server.leave()
  process.exit(0)
})
process.stdout.write(`${JSON.stringify(server.config)}\n`)
