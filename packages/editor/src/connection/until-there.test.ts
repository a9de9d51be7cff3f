import { describe, expect, test } from 'vitest'

import { untilThere } from './until-there.ts'

const failing = () => Promise.reject(new TypeError('no network'))
const waits: number[] = []
const wait = async (ms: number): Promise<void> => void waits.push(ms)

describe('what a page asks for later', () => {
  test('is asked for again until it is there', async () => {
    const answers = [failing, failing, async () => 'there']
    waits.length = 0
    await expect(untilThere(() => answers.shift()?.() ?? failing(), { wait })).resolves.toBe('there')
    expect(waits).toHaveLength(2)
  })

  test('is given up when it cannot come any more, but not at the first failure', async () => {
    const asked: string[] = []
    const ask = () => {
      asked.push('asked')
      return failing()
    }
    await expect(untilThere(ask, { givesUp: async () => true, wait })).rejects.toThrow('no network')
    expect(asked).toHaveLength(2)
  })
})
