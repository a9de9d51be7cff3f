import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // The browsers that know light-dark(), so that no colour is written twice.
  build: { outDir: 'dist/page', target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': SERVER, '/sync': { target: SERVER, ws: true } } },
})
