import { mkdir, readFile, writeFile } from 'node:fs/promises'

import { inRoot } from '../../scripts/root.mjs'
import { CASES } from './run.mjs'

/**
 * @typedef {'full' | 'slow' | 'costs' | 'sizes'} Part of what is measured: typing at full speed and on the slow processor, what
 *   one remote change costs, and how much a page loads
 * @typedef {import('./run.mjs').Condition & import('./run.mjs').Round} Sample
 * @typedef {{
 *   setting: import('./setting.mjs').Setting,
 *   measured: Partial<Record<Part, string>>,
 *   samples: Sample[],
 *   costs: import('./run.mjs').Costs | undefined,
 *   sizes: import('./run.mjs').Sizes | undefined,
 * }} Results measured: on which day each part was
 * @typedef {Results & { costs: import('./run.mjs').Costs, sizes: import('./run.mjs').Sizes }} WholeResults
 */

/** @type {readonly Part[]} */
export const PARTS = ['full', 'slow', 'costs', 'sizes']
const SLOWDOWN = { full: 1, slow: 4 }
const SAVED = new URL('results.json', import.meta.url)

/**
 * What is there when a run begins: what earlier runs have saved of the parts that this one does not measure.
 *
 * @param {import('./setting.mjs').Setting} setting
 * @param {readonly Part[]} parts that are measured now
 * @returns {Promise<Results>}
 * @throws when what is missing was not saved either
 */
export async function beginResults(setting, parts) {
  /** @type {Results} */
  const results = { setting, measured: {}, samples: [], costs: undefined, sizes: undefined }
  const rest = PARTS.filter((part) => !parts.includes(part))
  if (rest.length > 0) {
    const saved = await readSaved()
    for (const part of rest) {
      results.measured[part] = saved.measured[part] ?? saved.setting.date
      if (part === 'costs' || part === 'sizes') Object.assign(results, { [part]: saved[part] })
      else results.samples.push(...saved.samples.filter(({ slowdown }) => slowdown === SLOWDOWN[part]))
    }
    const missing = findMissing(results).filter((part) => rest.includes(part))
    if (missing.length > 0) throw new Error(`results.json does not have all of this either: ${missing.join(', ')}`)
  }
  for (const part of parts) results.measured[part] = setting.date
  return results
}

/**
 * @param {Results} results
 * @returns {Part[]} of which not everything is there; the slow processor may be left out altogether
 */
export function findMissing({ samples, costs, sizes }) {
  const countCases = (/** @type {number} */ speed) =>
    CASES.filter(([page, others]) =>
      samples.some((each) => each.page === page && each.others === others && each.slowdown === speed),
    ).length
  const isThere = {
    full: countCases(SLOWDOWN.full) === CASES.length,
    slow: [0, CASES.length].includes(countCases(SLOWDOWN.slow)),
    costs: costs !== undefined,
    sizes: sizes !== undefined,
  }
  return PARTS.filter((part) => !isThere[part])
}

/**
 * @param {Results} results
 * @returns {results is WholeResults}
 */
export function isWhole(results) {
  return findMissing(results).length === 0
}

/**
 * Writes what is there by now: a run that fails later loses nothing.
 *
 * @param {Results} results
 * @param {boolean} isSaved where the repository keeps them; else where nobody does
 */
export async function writeResults(results, isSaved) {
  const text = `${JSON.stringify(results, undefined, 2)}\n`
  if (isSaved) return writeFile(SAVED, text)
  await mkdir(inRoot('test-results'), { recursive: true })
  await writeFile(inRoot('test-results', 'typing.json'), text)
}

/** @returns {Promise<Results>} */
async function readSaved() {
  // In JSON Infinity is null, and what is undefined is not there.
  const revive = (/** @type {string} */ _, /** @type {unknown} */ value) => value ?? Infinity
  return { measured: {}, ...JSON.parse(await readFile(SAVED, 'utf8'), revive) }
}
