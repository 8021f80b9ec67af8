import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const modules = fileURLToPath(new URL('../lib/ical/', import.meta.resolve('ical.js')))
const [parser, leftOut] = ['\0flat-ical', '\0flat-ical-left-out']
/** What `ICAL.parse` needs. The rest are classes for working with what was parsed: times, zones, recurrence, components. */
const needed = ['parse', 'design', 'helpers', 'recur', 'duration'].map((name) => `./${name}.js`)

/**
 * ical.js for a reader: only its parser and its durations, a third of it. Our feeds are flat, and `readFeed` needs no more.
 * Saves every phone 15 of the 150 kB that a public page may weigh. The package can't do it by itself: its modules import each other
 * in circles.
 */
export const flatIcal: Plugin = {
  name: 'flat-ical',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'ical.js') return parser
    return importer?.startsWith(modules) && !needed.includes(source) ? leftOut : null
  },
  load(id) {
    if (id === leftOut) return 'export default class {}'
    if (id !== parser) return null
    return `import parse from '${modules}parse.js'\nimport Duration from '${modules}duration.js'\nexport default { parse, Duration }`
  },
}
