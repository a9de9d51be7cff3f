import { isAbsolute } from 'node:path'

import { describe, expect, test } from 'vitest'

import { readConfig } from './config.ts'

describe('the settings', () => {
  test('[CF1] without any, the server listens on this machine only, at port 3000, and keeps its data beside it', () => {
    const config = readConfig({ PATH: '/bin', HOME: '/root' })
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', metrics: undefined })
    expect('data' in config && isAbsolute(config.data) && config.data.endsWith('/data')).toBe(true)
  })

  test('[CF1] each can be set', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::1',
        PLENARY_DATA: '/srv/plenary',
        PLENARY_METRICS: '10.0.0.5:9464',
        PLENARY_CONNECTIONS_PER_ADDRESS: '20',
        PLENARY_CONNECTIONS_PER_MEETING: '30',
        PLENARY_MEETINGS_PER_HOUR: '40',
        PLENARY_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      data: '/srv/plenary',
      metrics: { host: '10.0.0.5', port: 9464 },
      limits: { connectionsPerAddress: 20, connectionsPerMeeting: 30, meetingsPerHour: 40 },
      proxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
      access: 'invited',
      url: undefined,
      token: undefined,
      isLocal: false,
      openid: undefined,
      github: undefined,
    })
  })

  test.each([
    ['9464', { host: '127.0.0.1', port: 9464 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
  ])('[CF1] PLENARY_METRICS="%s" is a port of this machine, or an address and a port', (value, metrics) => {
    expect(readConfig({ PLENARY_METRICS: value })).toMatchObject({ metrics })
  })

  test.each([
    ['PORT', ''],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000 '],
    ['HOST', ''],
    ['HOST', 'http://localhost'],
    ['PLENARY_DATA', ' '],
    ['PLENARY_METRICS', ''],
    ['PLENARY_METRICS', 'on'],
    ['PLENARY_METRICS', '70000'],
    ['PLENARY_METRICS', '127.0.0.1'],
    ['PLENARY_METRICS', '::1:9464'],
    ['PLENARY_METRICS', 'http://localhost:9464'],
    ['PLENARY_DATE', './data'],
    ['PLENARY_CONNECTIONS_PER_ADDRESS', '0'],
    ['PLENARY_CONNECTIONS_PER_MEETING', 'many'],
    ['PLENARY_MEETINGS_PER_HOUR', '-1'],
    ['PLENARY_PROXIES', ''],
    ['PLENARY_PROXIES', 'proxy.example'],
    ['PLENARY_PROXIES', '10.0.0.0/33'],
    ['PLENARY_', '1'],
  ])('[CF2] %s="%s" is answered with one sentence that names the setting', (name, value) => {
    const config = readConfig({ [name]: value })
    expect(config).toEqual({ problem: expect.stringMatching(/^[^\n]+\.$/) as string })
    expect(config).toEqual({ problem: expect.stringContaining(name) as string })
  })
})
