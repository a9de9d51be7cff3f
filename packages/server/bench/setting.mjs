import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** @typedef {ReturnType<typeof describeSetting>} Setting */

/** What a reader has to know to judge the numbers. */
export function describeSetting() {
  const peers = JSON.parse(readFileSync(new URL('./peers/package.json', import.meta.url), 'utf8')).dependencies
  const names = ['@hocuspocus/server', '@hocuspocus/extension-sqlite', '@y/websocket-server', 'y-leveldb', 'ws', 'yjs']
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    peers: names.map((name) => `${name} ${peers[name]}`).join(', '),
  }
}
