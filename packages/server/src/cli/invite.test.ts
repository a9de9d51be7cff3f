import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { Command } from '../testing/command.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { type Ended, ServerProcess } from '../testing/process.ts'

const plenary = (...args: readonly string[]): Promise<Ended> => new Command(...args).ended

const FIRST_LINK = /^Whoever opens this first is its administrator: (\S+)$/m
const LINK = /^(http:\S+)\/invitation#([\w-]{43})$/

async function accept(address: string, token: string): Promise<Response> {
  return fetch(`${address}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name: 'Ann' }),
  })
}

const tokenIn = (said: string): string => LINK.exec(said.trim())?.[2] ?? ''

const bearer = (token: string): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${token}` },
})

/** A data folder that a server has used. */
async function usedFolder(): Promise<string> {
  const data = await temporaryFolder()
  const server = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
  await server.ready()
  server.signal('SIGTERM')
  await server.ended()
  return data
}

describe('plenary invite', () => {
  test('[RL6] a first start prints the link of the administrator, and so do later ones until somebody has followed it', async () => {
    const settings = { PORT: '0', PLENARY_DATA: await temporaryFolder() }
    const links: string[] = []
    for (let start = 1; start <= 2; start++) {
      const server = new ServerProcess(settings)
      await server.ready()
      links.push(await server.says(FIRST_LINK))
      server.signal('SIGTERM')
      await server.ended()
    }
    const third = new ServerProcess(settings)
    const address = await third.ready()
    const first = links.map((link) => accept(address, tokenIn(link)))
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([403, 403])
    const link = await third.says(FIRST_LINK)
    third.signal('SIGTERM')
    await third.ended()
    const fourth = new ServerProcess({ ...settings, PLENARY_ACCESS: 'invited' })
    const again = await fourth.ready()
    expect((await accept(again, tokenIn(link))).status).toBe(403)
    expect(await fourth.says(FIRST_LINK)).toContain(`${again}/invitation#`)
  })

  test('[RL7] makes an administrator while the server runs, at the address where it is', async () => {
    const data = await temporaryFolder()
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: data, PLENARY_ACCESS: 'invited' })
    const address = await server.ready()
    const { code, out, error } = await plenary('invite', data)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(LINK.exec(out.trim())?.[1]).toBe(address)
    const answer = await accept(address, tokenIn(out))
    expect(await answer.json()).toMatchObject({ role: 'chair', meeting: null })
    expect((await accept(address, tokenIn(out))).status).toBe(403)
  })

  test('[RL7] and while it is stopped, for the next start', async () => {
    const data = await usedFolder()
    const { out } = await plenary('invite', '--role', 'reader', '--uses', '2', data)
    expect((await plenary('invite', '--list', data)).out).toMatch(/reader everywhere, used 0 of 2 times, until/)
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
    const address = await server.ready()
    expect(await (await accept(address, tokenIn(out))).json()).toMatchObject({ role: 'reader' })
    const [, id = ''] = /^(\w+) {2}reader/m.exec((await plenary('invite', '--list', data)).out) ?? []
    expect(await plenary('invite', '--revoke', id, data)).toMatchObject({ code: 0 })
    expect((await accept(address, tokenIn(out))).status).toBe(403)
    expect(await plenary('invite', '--revoke', id, data)).toMatchObject({
      code: 1,
      error: `There is no invitation ${id}.\n`,
    })
  })

  test.each([
    [['--role', 'king'], /no role king/],
    [['--meeting', 'x'], /no such meeting/],
    [['--meeting', 'a'.repeat(26)], /no such meeting/],
    [['--group', 'A B'], /name of a group/],
    [['--meeting', 'a'.repeat(26), '--group', 'wg'], /not both/],
    [['--hours', '-1'], /--hours/],
    [['--uses', 'many'], /--uses/],
  ])('[CL3] %j is one sentence and exit code 1', async (args, sentence) => {
    const { code, out, error } = await plenary('invite', ...args, await usedFolder())
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(sentence)
    expect(error.trim().split('\n')).toHaveLength(1)
  })

  test('[CL3] a folder without data is one sentence, and stays without', async () => {
    const data = join(await temporaryFolder(), 'data')
    await mkdir(data)
    expect(await plenary('invite', data)).toEqual({
      code: 1,
      out: '',
      error: `There is no data of Plenary in ${data}.\n`,
    })
    expect(await plenary('invite', '--list', data)).toMatchObject({ code: 1 })
  })
})

describe('plenary token', () => {
  test('[RL7] lets a program in with a role, until the token is revoked, at once', async () => {
    const data = await temporaryFolder()
    const server = new ServerProcess({ PORT: '0', PLENARY_DATA: data, PLENARY_ACCESS: 'invited' })
    const address = await server.ready()
    const { out } = await plenary('token', '--role', 'chair', 'publisher', data)
    const token = out.trim()
    expect(token).toMatch(/^plenary_[\w-]{43}$/)
    expect(await plenary('token', 'publisher', data)).toMatchObject({ code: 1, out: '' })
    const me = await fetch(`${address}/api/me`, bearer(token))
    expect(await me.json()).toMatchObject({ person: { kind: 'program', name: 'publisher' }, administrator: true })
    expect((await plenary('token', '--list', data)).out).toMatch(/^publisher {2}chair everywhere, since /)
    expect(await plenary('token', '--revoke', 'publisher', data)).toMatchObject({ code: 0 })
    expect((await fetch(`${address}/api/me`, bearer(token))).status).toBe(401)
    expect(await plenary('token', '--revoke', 'publisher', data)).toMatchObject({ code: 1 })
    expect((await plenary('token', '--list', data)).out).toBe('')
  })
})
