import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const source = { conditions: ['source', 'module', 'node', 'development|production'] }
/** They put something in the place of a module, which must not reach other files. */
const MOCKING = ['src/blocks/identify.test.ts', 'src/structure/describe.test.ts']

const node = (name: string, more: TestProjectInlineConfiguration['test'] = {}) => ({
  resolve: source,
  ssr: { resolve: source },
  test: {
    name,
    root: `packages/${name}`,
    include: ['src/**/*.test.ts'],
    environment: 'node' as const,
    testTimeout: 30_000,
    ...more,
  },
})

export default defineConfig({
  test: {
    // Both of the cores that one may count on; by itself vitest leaves one of two alone.
    maxWorkers: 2,
    projects: [
      { test: { name: 'scripts', root: 'scripts', include: ['*.test.mjs'] } },
      // Pure functions: these files may share what they import, which is then loaded once and not a hundred times.
      node('shared', { isolate: false, exclude: MOCKING }),
      node('shared', { name: 'shared, mocked', include: MOCKING }),
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
