import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/folder.ts'
import { testServer } from '../testing/server.ts'

describe('the page', () => {
  test('[HT7] every address of it gives the same document, and assets may be kept for ever', async () => {
    const { app } = await testServer({ page: await builtPage() })
    const meeting = '/meetings/a2345678901234567890123456'
    for (const url of ['/', '/invitation', meeting, `${meeting}/projector`, '/?theme=dark']) {
      const answer = await app.inject(url)
      expect(answer.body).toBe('<!doctype html>')
      expect(answer.headers['content-type']).toContain('text/html')
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect((await app.inject({ method: 'HEAD', url })).statusCode).toBe(200)
    }
    const asset = await app.inject('/assets/index-abc123.js')
    expect(asset.headers['cache-control']).toContain('immutable')
    expect(asset.headers['content-type']).toContain('javascript')
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache')
  })

  test('[HT7] nothing outside its folder is served', async () => {
    const { app } = await testServer({ page: await builtPage() })
    for (const url of [
      '/../secret',
      '/%2e%2e/secret',
      '/..%2fsecret',
      '/assets/..%2f..%2fsecret',
      '/assets/%2e%2e/%2e%2e/secret',
    ]) {
      const answer = await app.inject(url)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.body).not.toContain('secret text')
      expect(answer.json()).toHaveProperty('error.message')
    }
  })

  test('[HT7] an address that does not exist shows a person the page, and tells a script', async () => {
    const { app } = await testServer({ page: await builtPage() })
    const person = await app.inject({ url: '/nowhere', headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(person.statusCode).toBe(404)
    expect(person.body).toBe('<!doctype html>')
    const script = await app.inject('/nowhere')
    expect(script.json()).toHaveProperty('error.code', 'not-found')
    const wrong = await app.inject({ url: '/api/nowhere', headers: { accept: 'text/html' } })
    expect(wrong.json()).toHaveProperty('error.code', 'not-found')
  })

  test('[HT7] a page that is not built is said in a sentence', async () => {
    const { app } = await testServer()
    const answer = await app.inject('/')
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toMatch(/npm run build/)
  })
})

async function builtPage(): Promise<string> {
  const folder = await temporaryFolder()
  const page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<!doctype html>')
  await writeFile(join(page, 'favicon.svg'), '<svg/>')
  await writeFile(join(page, 'assets', 'index-abc123.js'), '1')
  await writeFile(join(folder, 'secret'), 'secret text')
  return page
}
