import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:3000'
const client = fileURLToPath(new URL('.', import.meta.url))
const icalModules = fileURLToPath(new URL('../lib/ical/', import.meta.resolve('ical.js')))
const leftOut = '\0left-out'

/**
 * ical.js without its engine for recurrence and its event classes, a third of it: our feeds are flat and `readFeed` only parses.
 * Saves every phone 7 kB of the 150 that a public page may weigh.
 */
const flatIcal: Plugin = {
  name: 'flat-ical',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'ical.js') return `${icalModules}module.js`
    const unused = /^\.\/(?:recur_iterator|recur_expansion|event|component_parser)\.js$/.test(source)
    return unused && importer?.startsWith(icalModules) ? leftOut : null
  },
  load: (id) => (id === leftOut ? 'export default class {}' : null),
}

/** Nothing is inlined, neither scripts nor images: the content security policy allows only files of our own. */
export default defineConfig({
  root: client,
  plugins: [flatIcal, react()],
  build: {
    outDir: '../build/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': server, '/feeds': server } },
})
