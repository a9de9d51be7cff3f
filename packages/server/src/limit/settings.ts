import { isIP } from 'node:net'

import { CONNECTIONS_PER_ADDRESS, CONNECTIONS_PER_MEETING, MEETINGS_PER_HOUR } from './limits.ts'

/** What an operator can say of limits. */
export interface Limits {
  readonly connectionsPerAddress: number
  readonly connectionsPerMeeting: number
  /** How many meetings may be created from one address. */
  readonly meetingsPerHour: number
}

export const LIMITS: Limits = {
  connectionsPerAddress: CONNECTIONS_PER_ADDRESS,
  connectionsPerMeeting: CONNECTIONS_PER_MEETING,
  meetingsPerHour: MEETINGS_PER_HOUR,
}

const SETTINGS = {
  connectionsPerAddress: 'PLENARY_CONNECTIONS_PER_ADDRESS',
  connectionsPerMeeting: 'PLENARY_CONNECTIONS_PER_MEETING',
  meetingsPerHour: 'PLENARY_MEETINGS_PER_HOUR',
} as const satisfies Record<keyof Limits, string>

const PROXIES = 'PLENARY_PROXIES'

/** The names of all of them. */
export const LIMIT_SETTINGS: readonly string[] = [...Object.values(SETTINGS), PROXIES]

type Environment = Readonly<Record<string, string | undefined>>

export interface Guarded {
  readonly limits: Limits
  /** The proxies that are believed when they say for whom they ask. */
  readonly proxies: readonly string[]
}

export function readLimits(environment: Environment): Guarded | { readonly problem: string } {
  const limits = { ...LIMITS }
  for (const key of Object.keys(SETTINGS) as (keyof Limits)[]) {
    const text = environment[SETTINGS[key]]
    if (text === undefined) continue
    if (!/^[1-9]\d{0,6}$/.test(text)) {
      return { problem: `${SETTINGS[key]} is "${text}", but it is a whole number from 1.` }
    }
    limits[key] = Number(text)
  }
  const proxies = environment[PROXIES]?.split(',').map((each) => each.trim()) ?? []
  const wrong = proxies.find((proxy) => !isProxy(proxy))
  if (wrong === undefined) return { limits, proxies }
  return {
    problem: `${PROXIES} names "${wrong}", but a proxy is an address, a network such as 10.0.0.0/8, loopback, linklocal or uniquelocal.`,
  }
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
