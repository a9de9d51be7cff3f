import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

import { inferStyle, PLAIN } from '../dist/style/index.js'

/*
 * node packages/shared/tools/infer-style.mjs <name> <file>…
 *
 * Prints the house style that these files show as a module for `src/style/shipped/`: what differs from the plain style. A person looks at
 * it before it is used: it may hold no sentence of the files, and of what a few files do not show it knows nothing.
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
console.log(moduleOf(name, { ...style, name }))

function moduleOf(name, style) {
  const constant = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return `import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'

export const ${constant} = ${different(PLAIN, style, 'PLAIN')} as const satisfies HouseStyle`
}

/** An object as what differs from another one. */
function different(plain, own, path) {
  const parts = Object.entries(own).flatMap(([key, value]) => {
    if (JSON.stringify(value) === JSON.stringify(plain[key])) return []
    return [
      `${key}: ${isObject(value) && isObject(plain[key]) ? different(plain[key], value, `${path}.${key}`) : JSON.stringify(value)}`,
    ]
  })
  const isAnew = parts.length === Object.keys(own).length
  return `{ ${isAnew ? '' : `...${path}, `}${parts.join(', ')} }`
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
