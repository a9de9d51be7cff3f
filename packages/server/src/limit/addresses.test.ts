import { expect, test } from 'vitest'

import { Addresses, addressLimits } from './addresses.ts'

test('[LI3] an address may hold so many connections, and more as soon as one has ended', () => {
  const addresses = new Addresses(addressLimits(2, 60), () => 0)
  const leave = addresses.arrive('203.0.113.7')
  expect(addresses.arrive('203.0.113.7')).toBeDefined()
  expect(addresses.arrive('203.0.113.7')).toBeUndefined()
  expect(addresses.arrive('203.0.113.8')).toBeDefined()
  leave?.()
  expect(addresses.arrive('203.0.113.7')).toBeDefined()
})

test('[LI3] who comes and goes all the time is held up, and may come again in a while', () => {
  let now = 0
  const addresses = new Addresses(addressLimits(20, 60), () => now)
  const comeAndGo = (): boolean => {
    const leave = addresses.arrive('203.0.113.7')
    leave?.()
    return leave !== undefined
  }
  const times = Array.from({ length: 100 }, comeAndGo)
  expect(times.filter(Boolean)).toHaveLength(80)
  now = 1_000
  expect(comeAndGo()).toBe(true)
})

test('[LI4] an address may create so many meetings an hour', () => {
  let now = 0
  const addresses = new Addresses(addressLimits(100, 60), () => now)
  const create = (): boolean => addresses.mayCreate('203.0.113.7')
  expect(Array.from({ length: 61 }, create).filter(Boolean)).toHaveLength(60)
  now = 60_000
  expect([create(), create()]).toEqual([true, false])
})

test('[LI3] this machine itself is not counted', () => {
  const addresses = new Addresses(addressLimits(1, 1), () => 0)
  for (let turn = 0; turn < 10; turn++) {
    expect(addresses.arrive('::1')).toBeDefined()
    expect(addresses.mayCreate('127.0.0.1')).toBe(true)
  }
})

test('[LI3] addresses of which nothing is to be remembered are forgotten', () => {
  let now = 0
  const addresses = new Addresses(addressLimits(10, 60), () => now)
  const stays = addresses.arrive('198.51.100.1')
  for (let turn = 0; turn < 20_000; turn++) {
    now += 1_000
    addresses.arrive(`10.${turn >> 16}.${(turn >> 8) & 255}.${turn & 255}`)?.()
  }
  expect(addresses.size).toBeLessThan(2_100)
  expect(stays).toBeDefined()
})
