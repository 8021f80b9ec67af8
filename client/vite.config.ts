import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { flatIcal } from './flat-ical.ts'

const server = 'http://127.0.0.1:3000'
const client = fileURLToPath(new URL('.', import.meta.url))
/** Named by its package only in its build for development, which weighs more and warns in the console. */
const router = fileURLToPath(new URL('../node_modules/react-router/dist/production/index.mjs', import.meta.url))

/** Nothing is inlined, neither scripts nor images: the content security policy allows only files of our own. */
export default defineConfig({
  root: client,
  resolve: { alias: [{ find: /^react-router$/, replacement: router }] },
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
