import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

import { inferStyle } from '../dist/style/index.js'

/*
 * node packages/shared/tools/infer-style.mjs <name> <file>…
 *
 * Prints the house style that these files show as a module for `src/style/shipped/`. What comes out is looked at by a person: it may
 * hold no sentence of the files, and of what a few files do not show it knows nothing.
 */
const [name, ...files] = process.argv.slice(2)
if (name === undefined || files.length === 0) {
  console.error('Say a name and the files: node packages/shared/tools/infer-style.mjs <name> <file>…')
  process.exit(1)
}
const style = inferStyle(
  files.map((file) => readFileSync(file, 'utf8')),
  files.map((file) => basename(file)),
)
const constant = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
console.log(`import type { HouseStyle } from '../house-style.ts'

export const ${constant} = ${JSON.stringify({ ...style, name })} as const satisfies HouseStyle`)
