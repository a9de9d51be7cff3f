import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * An absolute path inside the checkout.
 *
 * @param {string[]} parts
 */
export function inRoot(...parts) {
  return join(ROOT, ...parts)
}

/** @typedef {{ readonly packageManager: string, readonly scripts: Readonly<Record<string, string>> }} Manifest */

/** @type {Manifest} The package.json of the checkout. */
export const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
