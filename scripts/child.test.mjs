import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { expect, test } from 'vitest'

import { runLine } from './child.mjs'

test('keeps what a line says, and tells how it ended', async () => {
  expect(await runLine('echo out; echo err >&2; exit 3', { output: 'kept' })).toEqual({ code: 3, output: 'out\nerr\n' })
  expect(await runLine('kill -TERM $$', { output: 'kept' })).toMatchObject({ code: 143 })
})

test('gives whole lines one by one', async () => {
  /** @type {string[]} */
  const lines = []
  await runLine('printf "one\\ntw"; printf "o\\n"', { output: (line) => lines.push(line) })
  expect(lines).toEqual(['one', 'two'])
})

test('ends a line that takes too long', async () => {
  expect(await runLine('sleep 60', { output: 'kept', minutes: 0.001 })).toMatchObject({ code: 137 })
})

test('a signal ends what a line has started before it ends ourselves', async () => {
  const script = `
    import { runLine } from ${JSON.stringify(new URL('child.mjs', import.meta.url).href)}
    await runLine('sh -c "echo ready; sleep 60; true"; true')
    console.log('not reached')`
  const ours = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  ours.stdout.setEncoding('utf8').on('data', (text) => (said += text))
  await once(ours.stdout, 'data')
  ours.kill('SIGTERM')
  // Its output closes when the last process that holds it has ended.
  expect(await once(ours, 'close')).toEqual([143, null])
  expect(said).toBe('ready\n')
})
