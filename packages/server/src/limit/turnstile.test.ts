import { describe, expect, test } from 'vitest'

import { Turnstile } from './turnstile.ts'

describe('the turnstile', () => {
  test('[WS11] who comes alone passes at once', () => {
    const { turnstile, passed } = crowded()
    turnstile.pass(() => passed.push(1))
    expect(passed).toEqual([1])
  })

  test('[WS11] of many who come in one moment a few pass, and the others one after the other as time goes by', () => {
    const { turnstile, passed, wait } = crowded()
    for (let person = 1; person <= 300; person++) turnstile.pass(() => passed.push(person))
    expect(passed.length).toBeLessThan(10)
    const before = passed.length
    wait(2)
    expect(passed).toHaveLength(before + 2)
    for (let milliseconds = 0; milliseconds < 300; milliseconds++) wait(1)
    expect(passed).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
  })

  test('[WS11] after a long delay no more pass in one go than at the beginning', () => {
    const { turnstile, passed, wait } = crowded()
    for (let person = 1; person <= 300; person++) turnstile.pass(() => passed.push(person))
    const before = passed.length
    wait(1_000)
    expect(passed).toHaveLength(2 * before)
  })

  test('[WS11] who comes while others pass waits behind all who came before', () => {
    const { turnstile, passed, wait } = crowded()
    for (let person = 1; person <= 20; person++) {
      turnstile.pass(() => {
        passed.push(person)
        if (person === 10) turnstile.pass(() => passed.push(21))
      })
    }
    for (let milliseconds = 0; milliseconds < 30; milliseconds++) wait(1)
    expect(passed).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
  })

  test('[WS11] a mistake that one of them meets holds up none of the others', () => {
    const { turnstile, passed, wait } = crowded()
    for (let person = 1; person <= 20; person++) {
      turnstile.pass(() => {
        if (person === 10) throw new Error('a bug')
        passed.push(person)
      })
    }
    const thrown: unknown[] = []
    for (let milliseconds = 0; milliseconds < 20; milliseconds++) {
      try {
        wait(1)
      } catch (error) {
        thrown.push(error)
      }
    }
    expect(thrown).toHaveLength(1)
    expect(passed).toHaveLength(19)
    expect(passed).toContain(20)
  })
})

/** A turnstile whose time goes by when the test says so. */
function crowded(): { turnstile: Turnstile; passed: number[]; wait: (milliseconds: number) => void } {
  let now = 0
  let tasks: (() => void)[] = []
  const turnstile = new Turnstile({ now: () => now, later: (task) => void tasks.push(task) })
  const wait = (milliseconds: number): void => {
    now += milliseconds
    const due = tasks
    tasks = []
    for (const task of due) task()
  }
  return { turnstile, passed: [], wait }
}
