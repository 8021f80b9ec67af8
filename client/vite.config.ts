import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { flatIcal } from './flat-ical.ts'

const server = 'http://127.0.0.1:3000'
const client = fileURLToPath(new URL('.', import.meta.url))
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
