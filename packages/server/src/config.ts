import { resolve } from 'node:path'

import { type Guarded, LIMIT_SETTINGS, readLimits } from './limit/settings.ts'

export interface Config extends Guarded {
  readonly port: number
  readonly host: string
  /** The folder that holds everything, as an absolute path. */
  readonly data: string
}

type Environment = Readonly<Record<string, string | undefined>>

const KNOWN = ['PLENARY_DATA', ...LIMIT_SETTINGS]

/** Reads the settings; a setting that cannot be is answered with one sentence instead. */
export function readConfig(environment: Environment): Config | { readonly problem: string } {
  const unknown = Object.keys(environment).find((name) => name.startsWith('PLENARY_') && !KNOWN.includes(name))
  if (unknown !== undefined) {
    return { problem: `There is no setting ${unknown}; Plenary knows PORT, HOST and ${KNOWN.join(', ')}.` }
  }
  const port = environment['PORT'] ?? '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { problem: `PORT is "${port}", but a port is a number from 0 to 65535.` }
  }
  const host = environment['HOST'] ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) return { problem: `HOST is "${host}", but a host is a name or an address.` }
  const data = environment['PLENARY_DATA'] ?? './data'
  if (data.trim() === '') return { problem: 'PLENARY_DATA is empty, but it names the folder for the data.' }
  const guarded = readLimits(environment)
  if ('problem' in guarded) return guarded
  return { port: Number(port), host, data: resolve(data), ...guarded }
}
