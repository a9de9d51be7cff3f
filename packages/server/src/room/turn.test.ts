import { describe, expect, onTestFinished, test, vi } from 'vitest'

import { Turn } from './turn.ts'

describe('the turn of a room', () => {
  test('[RM3] where many hear much, it is gathered for as long as they are many', () => {
    const { say } = roomOf(200)
    expect([say(40), say(40), say(40)]).toEqual([0, 20, 20])
    const { say: sayToAll } = roomOf(4_000)
    expect([sayToAll(1_000), sayToAll(1)]).toEqual([0, 40])
  })

  test('[RM3] where many hear little, nobody waits for what hardly comes', () => {
    const { say } = roomOf(200)
    expect([say(1), say(2), say(40), say(1)]).toEqual([0, 5, 10, 20])
  })

  test('[RM3] after a silence what is said is told at once', () => {
    const { say, pass } = roomOf(200)
    say(40)
    pass(20)
    expect(say(1)).toBe(0)
  })
})

/** A room in which time goes by only when the test says so. */
function roomOf(people: number): {
  /** So much is said, and then told: for how long that was to be put off, in milliseconds. */
  say: (things: number) => number | undefined
  pass: (milliseconds: number) => void
} {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  let put: { readonly task: () => void; readonly off: number } | undefined
  const turn = new Turn({ defer: (task, off) => (put = { task, off }), people: () => people, take: () => {} })
  const say = (things: number): number | undefined => {
    for (let thing = 0; thing < things; thing++) turn.plan()
    put?.task()
    return put?.off
  }
  return { say, pass: (milliseconds) => void vi.advanceTimersByTime(milliseconds) }
}
