import { beforeEach, describe, expect, test, vi } from 'vitest'

import { COLORS, colorOf, contrast, labelColor } from './color.ts'
import { cleanName, ownPerson, readUser } from './person.ts'

beforeEach(() => localStorage.clear())

describe('the person at this page', () => {
  test('is a guest until they say a name, and keeps id, name and colour over a reload', () => {
    const me = ownPerson()
    expect(me.isNamed()).toBe(false)
    expect(me.get().name).toBe('Guest')
    me.rename('  Ada \n Lovelace ')
    const again = ownPerson()
    expect(again.get()).toEqual(me.get())
    expect(again.get().name).toBe('Ada Lovelace')
    expect(again.isNamed()).toBe(true)
  })

  test('tells who listens when the name changes', () => {
    const me = ownPerson()
    const listener = vi.fn<() => void>()
    const stop = me.subscribe(listener)
    me.rename('Ada')
    stop()
    me.rename('Eve')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  test('goes by the name that was said in another tab, until the page is left', () => {
    const me = ownPerson()
    const say = (name: string) => {
      localStorage.setItem('plenary:person', JSON.stringify({ id: me.get().id, name }))
      window.dispatchEvent(new StorageEvent('storage', { key: 'plenary:person' }))
    }
    say('Ada')
    expect(me.get().name).toBe('Ada')
    me.close()
    say('Eve')
    expect(me.get().name).toBe('Ada')
  })

  test('can do without a storage', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    expect(ownPerson().get().name).toBe('Guest')
    vi.restoreAllMocks()
  })
})

describe('what other pages say about a person', () => {
  test('is a name of one line and bounded length, whatever came', () => {
    expect(cleanName('a\u0000b\u202ec\nd')).toBe('a b c d')
    expect(cleanName('x'.repeat(500))).toHaveLength(40)
    for (const nothing of ['', '  ', 7, null, undefined, {}]) expect(cleanName(nothing)).toBe('Guest')
  })

  test('is a colour of six digits or one of ours', () => {
    expect(readUser({ name: 'A', color: '#123abc' }, 1)?.color).toBe('#123abc')
    for (const color of ['red', 'url(x)', '#12345', '#123ABC;', 7]) {
      expect(COLORS).toContain(readUser({ name: 'A', color }, 1)?.color)
    }
    expect(readUser('Ann', 1)).toBeUndefined()
  })

  test('tells the windows of a client without ids apart', () => {
    expect(readUser({ name: 'A' }, 1)?.id).not.toBe(readUser({ name: 'A' }, 2)?.id)
  })
})

test('every colour carries a white label, and stands out from both pages', () => {
  expect(new Set(COLORS).size).toBe(12)
  for (const color of COLORS) {
    expect(labelColor(color)).toBe('#ffffff')
    expect(contrast('#ffffff', color)).toBeGreaterThanOrEqual(4.5)
    for (const page of ['#fdfcfa', '#ffffff', '#17181a', '#1f2123']) {
      expect(contrast(page, color)).toBeGreaterThanOrEqual(3)
    }
  }
})

test('whatever the colour, its label can be read', () => {
  for (let grey = 0; grey < 256; grey++) {
    const color = `#${grey.toString(16).padStart(2, '0').repeat(3)}`
    expect(contrast(labelColor(color), color)).toBeGreaterThanOrEqual(4.5)
  }
})

test('colours spread over people, and stay with them', () => {
  const counts = new Map<string, number>()
  for (let person = 0; person < 1_200; person++) {
    const color = colorOf(`person ${person}`)
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  expect(counts.size).toBe(12)
  expect(Math.max(...counts.values())).toBeLessThan(200)
  expect(colorOf('a')).toBe(colorOf('a'))
})
