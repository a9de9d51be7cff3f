import type { PersonId } from '@plenary/shared/meeting'

import type { Register } from '../store/register.ts'
import { Admissions } from './admissions.ts'
import { Cookie } from './cookie.ts'
import { Invitations } from './invitations.ts'
import { People } from './people.ts'
import type { AuthSettings } from './settings.ts'
import { GithubProvider } from './sign-in/github.ts'
import { OpenidProvider } from './sign-in/openid.ts'
import type { SignInProvider } from './sign-in/provider.ts'
import { Tickets } from './tickets.ts'
import { Tokens } from './tokens.ts'
import { Turns } from './turns.ts'
import { Visitors } from './visitors.ts'

/** Everything that says who comes in, put together. */
export interface Entrance extends Pick<AuthSettings, 'access' | 'url' | 'isLocal'> {
  readonly register: Register
  readonly people: People
  readonly cookie: Cookie
  readonly visitors: Pick<Visitors, 'of' | 'again'>
  readonly invitations: Invitations
  readonly tokens: Tokens
  readonly tickets: Tickets
  /** Who gives, moves or takes away roles waits here for those before: what is revoked must not be on its way to somebody else. */
  readonly turns: Turns
  /** Where people have accounts by which they may sign in. */
  readonly providers: readonly SignInProvider[]
  /** Who is connected. */
  readonly admissions: Admissions
}

/** Without settings everybody comes in. */
export function openEntrance(register: Register, settings: Partial<AuthSettings> = {}): Entrance {
  const { access = 'open', isLocal = false, url, token } = settings
  const people = new People(register)
  const cookie = new Cookie('plenary', url)
  const tickets = new Tickets()
  const turns = new Turns()
  const visitors = new Visitors({ people, cookie, tickets, token })
  const admissions = new Admissions({ again: (visitor) => visitors.again(visitor) })
  const changed = (people: readonly PersonId[]): Promise<void> => admissions.reconsider(people)
  return {
    access,
    isLocal,
    url,
    register,
    people,
    cookie,
    tickets,
    turns,
    visitors,
    admissions,
    providers: providersFrom(settings),
    invitations: new Invitations({ register, people, changed, turns }),
    tokens: new Tokens({ register, people, changed, turns }),
  }
}

function providersFrom({ url, openid, github }: Partial<AuthSettings>): SignInProvider[] {
  if (url === undefined) return []
  const providers: SignInProvider[] = []
  if (openid !== undefined) providers.push(new OpenidProvider(openid, url))
  if (github !== undefined) providers.push(new GithubProvider(github, url))
  return providers
}
