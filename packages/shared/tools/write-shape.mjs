import { writeFileSync } from 'node:fs'

import { minutesSchema } from '../dist/document/schema.js'
import { shapeOf } from '../dist/document/shape-of.js'

/*
 * node packages/shared/tools/write-shape.mjs
 *
 * Writes what the schema allows as plain data, for who cannot load the schema. To be run, and then `npm run format`, after a build
 * whenever the schema has changed; a test says so.
 */
const file = new URL('../src/document/shape-data.ts', import.meta.url)
writeFileSync(
  file,
  `import type { Shape } from './shape.ts'

/** Generated from the schema by \`tools/write-shape.mjs\`. */
export const SHAPE_DATA: Shape = ${JSON.stringify(shapeOf(minutesSchema()), null, 2)}
`,
)
