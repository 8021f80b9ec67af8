/** `npm run rooms`: fails when something stands or reaches where it doesn't belong, and says where it does. */
import { fileURLToPath } from 'node:url'
import { findStrays } from './rooms/strays.ts'

const strays = findStrays(fileURLToPath(new URL('..', import.meta.url)))
for (const stray of strays) console.error(stray)
process.exitCode = strays.length === 0 ? 0 : 1
