import { describe, expect, test } from 'vitest'

import { meetingPath, routeOf } from './router.ts'

const ID = 'abcdefghijklmnopqrstuvwxyz'

describe('the address', () => {
  test('of the root is the list of meetings', () => {
    expect(routeOf('/')).toEqual({ page: 'home' })
  })

  test('of a meeting holds its id, with or without a slash behind it', () => {
    expect(routeOf(meetingPath(ID))).toEqual({ page: 'meeting', id: ID })
    expect(routeOf(`/meetings/${ID}/`)).toEqual({ page: 'meeting', id: ID })
  })

  test('of a projector and of an invitation have a page of their own', () => {
    expect(routeOf(`/meetings/${ID}/projector`)).toEqual({ page: 'projector', id: ID })
    expect(routeOf('/invitation')).toEqual({ page: 'invitation' })
  })

  test.each(['/meetings', '/meetings/short', `/meetings/${ID}/x`, '/elsewhere', `/MEETINGS/${ID}`])(
    'of anything else leads nowhere: %s',
    (path) => {
      expect(routeOf(path)).toEqual({ page: 'missing' })
    },
  )
})
