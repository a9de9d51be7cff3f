import { isGroup, isMeetingId, isRole, ROLES } from '@plenary/shared/meeting'

import type { Scope } from '../auth/who.ts'
import { order } from '../operator/order.ts'
import type { Outcome, Wish } from '../operator/wish.ts'
import { type Call, readCall } from './call.ts'
import type { Output } from './check.ts'
import { dataFolder } from './data-folder.ts'
import { sayProblem } from './problem.ts'

export const INVITE_USAGE = `Usage: plenary invite [OPTION]… [FOLDER]

Makes a link that gives a role to whoever follows it, and prints it. Without options it makes an administrator. FOLDER is the data
folder (PLENARY_DATA, else ./data); its server may run or be stopped. Run it as the user of the server.

  --role ROLE      chair, note-taker, participant or reader: chair, in a meeting or group participant
  --meeting ID     for this meeting only
  --group NAME     for all meetings of this group
  --hours N        it can be followed for so many hours (168)
  --uses N         by so many people (1)
  --list           shows all invitations, without their tokens
  --revoke ID      nobody comes in by it any more, and whoever did loses what it gave
  --help           this text
`

const MANNER = {
  name: 'plenary invite',
  usage: INVITE_USAGE,
  flags: ['--list'],
  values: ['--role', '--meeting', '--group', '--hours', '--uses', '--revoke'],
  paths: [0, 1],
} as const

/** Runs `plenary invite` with these arguments and gives its exit code. */
export async function invite(args: readonly string[], output: Output): Promise<number> {
  const call = readCall(args, MANNER, output)
  if (typeof call === 'number') return call
  return carryOutFor(output, call.paths[0], readInvite(call))
}

/** Has a wish carried out and says what came of it. */
export async function carryOutFor(
  output: Output,
  folder: string | undefined,
  wish: Wish | { readonly problem: string },
): Promise<number> {
  return sayProblem(output, async () => say(output, 'problem' in wish ? wish : await order(dataFolder(folder), wish)))
}

function say({ out, error }: Output, outcome: Outcome): number {
  if ('problem' in outcome) {
    error(`${outcome.problem}\n`)
    return 1
  }
  out(outcome.lines.map((line) => `${line}\n`).join(''))
  return 0
}

function readInvite({ flags, values }: Call): Wish | { readonly problem: string } {
  if (flags.has('--list')) return { wish: 'list-invitations' }
  const revoked = values.get('--revoke')
  if (revoked !== undefined) return { wish: 'revoke-invitation', id: revoked }
  const scope = readScope(values)
  if ('problem' in scope) return scope
  const role = values.get('--role') ?? (scope.of === 'server' ? 'chair' : 'participant')
  if (!isRole(role)) return { problem: `There is no role ${role}; there are ${ROLES.join(', ')}.` }
  const hours = Number(values.get('--hours') ?? 168)
  if (!(hours > 0 && hours < 100_000)) return { problem: '--hours needs a number of hours.' }
  const uses = Number(values.get('--uses') ?? 1)
  if (!(Number.isInteger(uses) && uses > 0 && uses <= 5_000))
    return { problem: '--uses needs a number from 1 to 5000.' }
  return { wish: 'invite', scope, role, hours, uses, url: ownUrl() }
}

/** For what `--meeting` or `--group` say, else for everything. */
export function readScope(values: ReadonlyMap<string, string>): Scope | { readonly problem: string } {
  const [id, group] = [values.get('--meeting'), values.get('--group')]
  if (id !== undefined && group !== undefined) return { problem: 'Either --meeting or --group, not both.' }
  if (id !== undefined) return isMeetingId(id) ? { of: 'meeting', id } : { problem: 'There is no such meeting.' }
  if (group === undefined) return { of: 'server' }
  return isGroup(group)
    ? { of: 'group', group }
    : { problem: 'The name of a group has small letters, digits and hyphens.' }
}

/** Where a server with the settings of this command would be. */
function ownUrl(): string {
  return process.env['PLENARY_URL'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`
}
