#!/usr/bin/env node
// Everything that starts here passes this file, so it and node-version.mjs keep to syntax that old versions of Node can
// read: the rest is imported only once the version is known to be good.
import { readFileSync } from 'fs'

import { explainOldNode } from './node-version.mjs'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const refusal = explainOldNode(process.version, manifest.engines.node)

if (refusal === undefined) {
  void import('./command.mjs').then((module) => module.runCommand(process.argv.slice(2)))
} else {
  console.error(refusal)
  process.exitCode = 1
}
