import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

/** The service worker must stand at the root under one name, as its address is what a browser compares. */
const OFFLINE = 'offline.js'

/** Tells the service worker which files the build is made of. */
function listFiles(): Plugin {
  return {
    name: 'list-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[OFFLINE]
      if (worker?.type !== 'chunk') return
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'))
      worker.code = `const FILES = ${JSON.stringify(['theme.js', 'favicon.svg', ...files])};\n${worker.code}`
    },
  }
}

/** Puts a `.br` and a `.gz` beside every file that gains by it; the server sends whichever the browser takes. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((file) => /\.(?:js|css|html)$/.test(file))) {
        const path = join(dir, file)
        const bytes = readFileSync(path)
        writeFileSync(`${path}.br`, brotliCompressSync(bytes))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  plugins: [react(), listFiles(), compress()],
  // `worker`: mdast's character references come from a table, as in Node, not from an element, which a worker has none of.
  resolve: { conditions: ['source', 'worker', ...defaultClientConditions] },
  build: {
    outDir: 'dist/page',
    target: 'es2022',
    // The browsers that know light-dark(), so that no colour is written twice.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { index: 'index.html', offline: 'src/offline/worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'offline' ? OFFLINE : 'assets/[name]-[hash].js') },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: SERVER }, '/sync': { target: SERVER, ws: true } } },
})
