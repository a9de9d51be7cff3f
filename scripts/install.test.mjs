import { expect, test } from 'vitest'

import { explainFailedInstall } from './install.mjs'

test.each([
  ['npm error code EAI_AGAIN\nnpm error request to a registry failed', 'connect to the network'],
  ['[ERR_PNPM_RESOLVING_NPM_RESOLVER_NETWORK_ERROR] Failed to fetch', 'connect to the network'],
  ['[ERR_PNPM_OUTDATED_LOCKFILE] Cannot install with "frozen-lockfile"', 'commit the lockfile'],
  ['Error: ENOSPC: no space left on device', 'make room'],
  ['one thing\nERR_SOMETHING went wrong\nanother', 'ERR_SOMETHING went wrong'],
  ['', 'it said nothing'],
])('of %j it says what to do', (output, sentence) => {
  expect(explainFailedInstall(output)).toContain(sentence)
})
