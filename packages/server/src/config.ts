import { resolve } from 'node:path'

import { AUTH_SETTINGS, type AuthSettings, readAuth } from './auth/settings.ts'
import { type Guarded, LIMIT_SETTINGS, readLimits } from './limit/settings.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface Config extends Address, Guarded, AuthSettings {
  /** The folder that holds everything, as an absolute path. */
  readonly data: string
  /** Where metrics are given away; nowhere by default. */
  readonly metrics: Address | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const KNOWN = ['PLENARY_DATA', 'PLENARY_METRICS', ...AUTH_SETTINGS, ...LIMIT_SETTINGS]

const HOST = /^[\w.:-]+$/

/** Reads the settings; a setting that cannot be is answered with one sentence instead. */
export function readConfig(environment: Environment): Config | { readonly problem: string } {
  const unknown = Object.keys(environment).find((name) => name.startsWith('PLENARY_') && !KNOWN.includes(name))
  if (unknown !== undefined) {
    return { problem: `There is no setting ${unknown}; Plenary knows PORT, HOST and ${KNOWN.join(', ')}.` }
  }
  const port = environment['PORT'] ?? '3000'
  if (!isPort(port)) {
    return { problem: `PORT is "${port}", but a port is a number from 0 to 65535.` }
  }
  const host = environment['HOST'] ?? '127.0.0.1'
  if (!HOST.test(host)) return { problem: `HOST is "${host}", but a host is a name or an address.` }
  const data = environment['PLENARY_DATA'] ?? './data'
  if (data.trim() === '') return { problem: 'PLENARY_DATA is empty, but it names the folder for the data.' }
  const metrics = environment['PLENARY_METRICS']
  const metricsAddress = metrics === undefined ? undefined : readAddress(metrics)
  if (metricsAddress === undefined && metrics !== undefined) {
    return { problem: `PLENARY_METRICS is "${metrics}", but it is a port, or an address and a port: 127.0.0.1:9464.` }
  }
  const guarded = readLimits(environment)
  if ('problem' in guarded) return guarded
  const auth = readAuth(environment, { host, proxies: guarded.proxies })
  if ('problem' in auth) return auth
  return { port: Number(port), host, data: resolve(data), metrics: metricsAddress, ...guarded, ...auth }
}

/** A port of this machine alone, or a host and a port; an IPv6 address stands in brackets. */
function readAddress(text: string): Address | undefined {
  const [, bracketed, named, port = ''] = /^(?:(?:\[([\da-f:.]+)\]|([\w.-]+)):)?(\d+)$/i.exec(text) ?? []
  return isPort(port) ? { host: bracketed ?? named ?? '127.0.0.1', port: Number(port) } : undefined
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}
