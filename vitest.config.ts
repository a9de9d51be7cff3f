import { defineConfig } from 'vitest/config'

const source = { conditions: ['source', 'module', 'node', 'development|production'] }
const node = (name: string) => ({
  resolve: source,
  ssr: { resolve: source },
  test: {
    name,
    root: `packages/${name}`,
    include: ['src/**/*.test.ts'],
    environment: 'node' as const,
    testTimeout: 30_000,
  },
})

export default defineConfig({
  test: {
    // Both of the cores that one may count on; by itself vitest leaves one of two alone.
    maxWorkers: 2,
    projects: [
      { test: { name: 'scripts', root: 'scripts', include: ['*.test.mjs'] } },
      node('shared'),
      node('server'),
      {
        extends: './packages/editor/vite.config.ts',
        test: {
          name: 'editor',
          root: 'packages/editor',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
    ],
  },
})
