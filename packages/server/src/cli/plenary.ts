#!/usr/bin/env node
import { check, type Output } from './check.ts'

/** The command `plenary`. Each of its own is loaded only when asked for. */

const USAGE = `Usage: plenary COMMAND

  start               the server; its settings are in the README
  check FILE…         what is understood of files of minutes; see plenary check --help
  verify [FOLDER]     whether everything in a data folder or a backup can be read; see plenary verify --help
  backup FILE         everything, as of one moment, in one file; see plenary backup --help
  invite              a link that gives a role, such as the administrator's; see plenary invite --help
  token NAME          a token for a program; see plenary token --help
  restore FILE        a backup, or one meeting of it, as data for a server; see plenary restore --help
`

const OUTPUT: Output = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
}

async function run([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case 'start':
      await import('../main.ts')
      return
    case 'check':
      process.exitCode = await check(args, OUTPUT)
      return
    case 'verify':
      process.exitCode = await (await import('./verify.ts')).verify(args, OUTPUT)
      return
    case 'backup':
      process.exitCode = await (await import('./backup.ts')).backup(args, OUTPUT)
      return
    case 'restore':
      process.exitCode = await (await import('./restore.ts')).restore(args, OUTPUT)
      return
    case 'invite':
      process.exitCode = await (await import('./invite.ts')).invite(args, OUTPUT)
      return
    case 'token':
      process.exitCode = await (await import('./token.ts')).token(args, OUTPUT)
      return
    case '--help':
    case '-h':
      process.stdout.write(USAGE)
      return
    case undefined:
      process.stderr.write(USAGE)
      process.exitCode = 1
      return
    default:
      process.stderr.write(`There is no command ${command}.\n\n${USAGE}`)
      process.exitCode = 1
  }
}

// Whoever reads may have seen enough: `plenary check … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
await run(process.argv.slice(2))
