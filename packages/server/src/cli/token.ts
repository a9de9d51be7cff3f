import { isRole, readName, ROLES } from '@plenary/shared/meeting'

import type { Wish } from '../operator/wish.ts'
import { type Call, readCall } from './call.ts'
import type { Output } from './check.ts'
import { carryOutFor, readScope } from './invite.ts'

export const TOKEN_USAGE = `Usage: plenary token [OPTION]… NAME [FOLDER]
       plenary token --list [FOLDER]

Makes a token for a program called NAME and prints it; it is shown this once. The program sends it as
"Authorization: Bearer TOKEN". FOLDER is the data folder (PLENARY_DATA, else ./data); its server may run or be stopped. Run it as
the user of the server.

  --role ROLE      chair, note-taker, participant or reader (reader)
  --meeting ID     for this meeting only, else for all
  --group NAME     for all meetings of this group
  --list           shows the programs that have tokens
  --revoke         takes the token of NAME away, at once
  --help           this text
`

const MANNER = {
  name: 'plenary token',
  usage: TOKEN_USAGE,
  flags: ['--list', '--revoke'],
  values: ['--role', '--meeting', '--group'],
  paths: [0, 2],
} as const

/** Runs `plenary token` with these arguments and gives its exit code. */
export async function token(args: readonly string[], output: Output): Promise<number> {
  const call = readCall(args, MANNER, output)
  if (typeof call === 'number') return call
  const [first, second] = call.paths
  if (call.flags.has('--list')) return carryOutFor(output, first, { wish: 'list-tokens' })
  if (first === undefined) {
    output.error(TOKEN_USAGE)
    return 1
  }
  return carryOutFor(output, second, readToken(first, call))
}

function readToken(text: string, { flags, values }: Call): Wish | { readonly problem: string } {
  const name = readName(text)
  if (name === undefined) return { problem: 'A program needs a name of one to 80 letters.' }
  if (flags.has('--revoke')) return { wish: 'revoke-token', name }
  const scope = readScope(values)
  if ('problem' in scope) return scope
  const role = values.get('--role') ?? 'reader'
  if (!isRole(role)) return { problem: `There is no role ${role}; there are ${ROLES.join(', ')}.` }
  return { wish: 'make-token', name, scope, role }
}
