import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'

import { inRoot, manifest, ROOT } from './root.mjs'
import { doOnce, fingerprint } from './stamp.mjs'
import { runQuietly, tell } from './step.mjs'

const STAMP = inRoot('node_modules', '.plenary-installed')

/** Installs what the lockfile says, unless it is there already. */
export async function ensureInstalled() {
  const prints = {
    input: [fingerprint(ROOT, ['pnpm-lock.yaml', 'pnpm-workspace.yaml']), process.platform, process.arch].join(' '),
    // Where pnpm notes what it has installed.
    output: () => fingerprint(ROOT, ['node_modules/.pnpm/lock.yaml']),
  }

  // Without workspaces, npm installs something that looks right and cannot work.
  if (wasMadeByNpm()) rmSync(inRoot('node_modules'), { recursive: true, force: true })
  await doOnce(STAMP, prints, async (isFirst) => {
    await tell(isFirst ? 'Installing (first start only)' : 'Installing what has changed', install)
  })
}

function wasMadeByNpm() {
  return existsSync(inRoot('node_modules', '.package-lock.json'))
}

async function install() {
  // Left to themselves npx and pnpm wait for a missing network for many minutes before they say so.
  const env = {
    npm_config_prefer_offline: 'true',
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '4000',
  }
  const patience = '--config.fetch-retries=2 --config.fetch-retry-mintimeout=1000'
  await runQuietly(`${pnpm()} install --frozen-lockfile ${patience}`, {
    what: 'Installing',
    hint: explainFailedInstall,
    env,
  })
}

/** The pinned pnpm: the one on the PATH when it is the same, else through npx. */
function pnpm() {
  const [, version] = manifest.packageManager.split('@')
  // Asked from outside the checkout, where neither pnpm nor corepack goes looking for another version of itself.
  const found = spawnSync('pnpm', ['--version'], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
  })
  return found.stdout?.trim() === version ? 'pnpm' : `npx --yes ${manifest.packageManager}`
}

/**
 * @param {string} output of npx and pnpm
 * @returns {string} a sentence
 */
export function explainFailedInstall(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ECONNRESET|NETWORK_ERROR/.test(output)) {
    return 'the package registry cannot be reached; connect to the network and try again.'
  }
  if (output.includes('OUTDATED_LOCKFILE')) {
    return 'pnpm-lock.yaml does not fit the package.json files; run `npx pnpm install` and commit the lockfile.'
  }
  if (output.includes('ENOSPC')) return 'the disk is full; make room and try again.'
  return lastError(output) ?? 'it said nothing.'
}

/** @param {string} output */
function lastError(output) {
  return output
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => /err/i.test(line))
}
