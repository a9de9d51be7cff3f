import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

import { openBrowser } from './browser.mjs'
import { writeNote } from './note.mjs'

/** @typedef {Awaited<ReturnType<typeof describeSetting>>} Setting */

/**
 * What a reader has to know to judge the numbers.
 *
 * @param {string} browser
 */
export async function describeSetting(browser) {
  const open = await openBrowser(browser)
  const version = open.version()
  await open.close()
  const note = writeNote()
  const peer = readDependencies('peer/package.json')
  const page = readDependencies('../../packages/editor/package.json')
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    chromium: version,
    note: {
      bytes: Buffer.byteLength(note),
      words: note.split(/\s+/).length,
      blocks: note.split('\n\n').length,
    },
    plenary: pick(page, ['@tiptap/core', 'yjs', 'react']),
    tiptap: pick(peer, [
      '@tiptap/core',
      '@tiptap/extension-collaboration-caret',
      '@tiptap/y-tiptap',
      '@hocuspocus/server',
      'y-websocket',
      '@y/websocket-server',
      'yjs',
      'react',
    ]),
  }
}

/**
 * @param {string} path
 * @returns {Record<string, string>}
 */
function readDependencies(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).dependencies
}

/**
 * @param {Record<string, string>} versions
 * @param {readonly string[]} names
 */
function pick(versions, names) {
  return names.map((name) => `${name} ${versions[name]}`).join(', ')
}
