import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { ServerDouble } from '../connection/testing.ts'
import { Introduction } from '../identity/introduction.ts'
import { joinedStage, type LiveStage, liveStage, text } from '../live/testing/stage.tsx'
import { ownPerson } from '../presence/index.ts'
import { answering } from '../testing/answers.ts'
import { RecordDouble } from '../testing/record.ts'
import { NameDialog } from './name-dialog.tsx'

const show = ({ session, show }: LiveStage) =>
  show(<NameDialog me={ownPerson()} introduction={new Introduction(session, ownPerson())} />)

beforeEach(() => {
  localStorage.clear()
  answering({})
})
afterEach(() => vi.unstubAllGlobals())

describe('in a browser that was never here', () => {
  test('somebody is asked who they are', async () => {
    const server = new ServerDouble()
    server.record = new RecordDouble()
    await show(await joinedStage(server, server.record, {}))
    expect(text()).toContain('Who is writing?')
  })

  test('somebody who is signed in is not', async () => {
    await show(await liveStage())
    expect(text()).toBe('')
  })
})
