import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { readConfig } from '../config.ts'
import { temporaryFolder } from '../testing/folder.ts'

const TOKEN = 'abcdefghijklmnopqrstuvwxyz'

describe('the settings of who comes in', () => {
  test.each([
    [{}, 'open'],
    [{ HOST: 'localhost' }, 'open'],
    [{ HOST: '::1' }, 'open'],
    [{ HOST: '0.0.0.0' }, 'invited'],
    [{ HOST: '127.evil.example' }, 'invited'],
    [{ PLENARY_PROXIES: 'loopback' }, 'invited'],
    [{ HOST: '0.0.0.0', PLENARY_ACCESS: 'open' }, 'open'],
    [{ PLENARY_ACCESS: 'invited' }, 'invited'],
    [{ PLENARY_URL: 'http://localhost:3000' }, 'open'],
    [{ PLENARY_URL: 'https://notes.example.org' }, 'invited'],
  ])('[CF1] with %j the server is %s', (environment, access) => {
    expect(readConfig(environment)).toMatchObject({ access })
  })

  test('[CF1] a secret may stand in a file of its own', async () => {
    const file = join(await temporaryFolder(), 'token')
    await writeFile(file, `${TOKEN}\n`)
    expect(readConfig({ PLENARY_TOKEN_FILE: file })).toMatchObject({ token: TOKEN })
    expect(readConfig({ PLENARY_TOKEN: TOKEN })).toMatchObject({ token: TOKEN })
    expect(readConfig({})).toMatchObject({ token: undefined })
  })

  test.each([
    ['PLENARY_ACCESS', 'closed'],
    ['PLENARY_ACCESS', ''],
    ['PLENARY_URL', 'notes.example.org'],
    ['PLENARY_URL', 'https://notes.example.org/'],
    ['PLENARY_URL', 'https://notes.example.org/plenary'],
    ['PLENARY_URL', 'ftp://notes.example.org'],
    ['PLENARY_TOKEN', ''],
    ['PLENARY_TOKEN', 'too-short'],
    ['PLENARY_TOKEN', `${TOKEN} ${TOKEN}`],
    ['PLENARY_TOKEN_FILE', '/nowhere/token'],
    ['PLENARY_TOKEN_FILE', '/dev/null'],
  ])('[CF2] %s="%s" is answered with one sentence that names the setting', (name, value) => {
    const config = readConfig({ [name]: value })
    expect(config).toEqual({ problem: expect.stringMatching(/^[^\n]+\.$/) as string })
    expect(config).toEqual({ problem: expect.stringContaining(name) as string })
  })

  test('[CF1] providers are set by their client, a secret may stand in a file, and GitHub may be an own one', async () => {
    const file = join(await temporaryFolder(), 'secret')
    await writeFile(file, 'a secret of the client\n')
    const environment = {
      PLENARY_URL: 'https://notes.example.org',
      PLENARY_OPENID_ISSUER: 'https://id.example.org/realms/wg',
      PLENARY_OPENID_CLIENT_ID: 'plenary',
      PLENARY_OPENID_CLIENT_SECRET_FILE: file,
      PLENARY_GITHUB_CLIENT_ID: 'Iv1.abc',
      PLENARY_GITHUB_CLIENT_SECRET: 'xyz',
    }
    expect(readConfig(environment)).toMatchObject({
      access: 'invited',
      openid: {
        issuer: 'https://id.example.org/realms/wg',
        clientSecret: 'a secret of the client',
        name: 'id.example.org',
        affiliation: 'organization',
      },
      github: { clientId: 'Iv1.abc', clientSecret: 'xyz', url: 'https://github.com' },
    })
    const own = {
      ...environment,
      PLENARY_OPENID_NAME: 'WG',
      PLENARY_OPENID_AFFILIATION: 'company',
      PLENARY_GITHUB_URL: 'https://github.example.org',
    }
    expect(readConfig(own)).toMatchObject({
      openid: { name: 'WG', affiliation: 'company' },
      github: { url: 'https://github.example.org' },
    })
  })

  const OPENID = {
    PLENARY_OPENID_ISSUER: 'https://id.example.org',
    PLENARY_OPENID_CLIENT_ID: 'a',
    PLENARY_OPENID_CLIENT_SECRET: 'b',
  }
  const CLIENT_OF_GITHUB = { PLENARY_GITHUB_CLIENT_ID: 'a', PLENARY_GITHUB_CLIENT_SECRET: 'b' }

  test.each([
    ['PLENARY_URL', OPENID],
    ['PLENARY_URL', CLIENT_OF_GITHUB],
    ['PLENARY_OPENID_ISSUER', { PLENARY_OPENID_CLIENT_ID: 'a', PLENARY_OPENID_CLIENT_SECRET: 'b' }],
    ['PLENARY_OPENID_ISSUER', { ...OPENID, PLENARY_OPENID_ISSUER: 'http://id.example.org' }],
    ['PLENARY_OPENID_ISSUER', { ...OPENID, PLENARY_OPENID_ISSUER: 'id' }],
    ['PLENARY_OPENID_CLIENT_ID', { PLENARY_OPENID_ISSUER: 'https://id.example.org' }],
    [
      'PLENARY_OPENID_CLIENT_SECRET',
      { PLENARY_OPENID_ISSUER: 'https://id.example.org', PLENARY_OPENID_CLIENT_ID: 'a' },
    ],
    ['PLENARY_OPENID_NAME', { ...OPENID, PLENARY_OPENID_NAME: ' ' }],
    ['PLENARY_OPENID_AFFILIATION', { ...OPENID, PLENARY_OPENID_AFFILIATION: '' }],
    ['PLENARY_OPENID_ISSUER', { PLENARY_OPENID_AFFILIATION: 'company' }],
    ['PLENARY_GITHUB_CLIENT_SECRET', { PLENARY_GITHUB_CLIENT_ID: 'a' }],
    ['PLENARY_GITHUB_CLIENT_ID', { PLENARY_GITHUB_CLIENT_SECRET: 'b' }],
    ['PLENARY_GITHUB_CLIENT_ID', { PLENARY_GITHUB_URL: 'https://github.example.org' }],
    ['PLENARY_GITHUB_URL', { ...CLIENT_OF_GITHUB, PLENARY_GITHUB_URL: 'https://github.example.org/api' }],
  ])('[CF2] what is missing or wrong of %s is one sentence', (name, environment) => {
    const config = readConfig(environment)
    expect(config).toEqual({ problem: expect.stringMatching(/^[^\n]+\.$/) as string })
    expect(config).toEqual({ problem: expect.stringContaining(name) as string })
  })

  test('[CF2] a secret is in no sentence about it', () => {
    for (const token of ['short-secret', 'a secret with blanks in it, and long']) {
      expect(JSON.stringify(readConfig({ PLENARY_TOKEN: token }))).not.toContain(token)
    }
    expect(readConfig({ PLENARY_TOKEN: TOKEN, PLENARY_TOKEN_FILE: '/dev/null' })).toHaveProperty('problem')
  })
})
