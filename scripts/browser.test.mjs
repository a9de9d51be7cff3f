import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { findBrowser } from './browser.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plenary-browser-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** @param {string} name */
function program(name) {
  const file = join(root, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '#!/bin/sh\n')
  chmodSync(file, 0o755)
  return file
}

/** @param {string} [chosen] */
function find(chosen) {
  const path = ['first', 'second'].map((folder) => join(root, folder)).join(delimiter)
  return findBrowser({ chosen, playwright: join(root, 'playwright/chrome'), path })
}

test('there may be no browser at all', () => {
  expect(find()).toBeUndefined()
  expect(find('')).toBeUndefined()
})

test('the chosen one goes before all others', () => {
  const chosen = program('mine')
  program('first/chromium')
  expect(find(chosen)).toBe(chosen)
})

test('a chosen one that is no program is refused, not replaced', () => {
  program('first/chromium')
  expect(() => find(join(root, 'nowhere'))).toThrow(/^CHROMIUM_PATH is .*nowhere, which is not a program/)
  expect(() => find(root)).toThrow('which is not a program')
})

test('chromium goes before chrome wherever on the PATH they are, and both before the one of Playwright', () => {
  const own = program('playwright/chrome')
  expect(find()).toBe(own)
  const chrome = program('first/google-chrome')
  expect(find()).toBe(chrome)
  const chromium = program('second/chromium')
  expect(find()).toBe(chromium)
})

test('a file that cannot be run is passed over', () => {
  chmodSync(program('first/chromium'), 0o644)
  expect(find()).toBeUndefined()
})
