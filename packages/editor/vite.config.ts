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

export default defineConfig({
  plugins: [react(), listFiles()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
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
  server: { host: '127.0.0.1', proxy: { '/api': SERVER, '/sync': { target: SERVER, ws: true } } },
})
