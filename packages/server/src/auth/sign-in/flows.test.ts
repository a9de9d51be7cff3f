import { expect, test } from 'vitest'

import { Flows, ownPath } from './flows.ts'

test('[WH12] leads back to every address of the page', () => {
  const meeting = `/meetings/${'a'.repeat(26)}`
  for (const path of ['/', '/invitation', meeting, `${meeting}/projector`]) expect(ownPath(path)).toBe(path)
})

test('[WH11] a sign-in has ten minutes, and others can end none but the oldest of very many', () => {
  let now = 0
  const flows = new Flows(() => now)
  const [one, other] = [flows.begin('github', '/'), flows.begin('github', '/')]
  now = 10 * 60 * 1000 - 1
  expect(flows.take('openid', one.secret)).toBeUndefined()
  expect(flows.take('github', one.secret)).toBeUndefined()
  now++
  expect(flows.take('github', other.secret)).toBeUndefined()
  const many = Array.from({ length: 1_100 }, () => flows.begin('github', '/').secret)
  expect(many.filter((secret) => flows.take('github', secret) !== undefined)).toHaveLength(1_000)
})
