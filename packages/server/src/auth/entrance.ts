import type { Register } from '../store/register.ts'
import { Cookie } from './cookie.ts'
import { Invitations } from './invitations.ts'
import { People } from './people.ts'
import type { AuthSettings } from './settings.ts'
import { Tickets } from './tickets.ts'
import { Tokens } from './tokens.ts'
import { Visitors } from './visitors.ts'

/** Everything that says who comes in, put together. */
export interface Entrance extends Pick<AuthSettings, 'access' | 'url'> {
  readonly register: Register
  readonly people: People
  readonly cookie: Cookie
  readonly visitors: Pick<Visitors, 'of' | 'again'>
  readonly invitations: Invitations
  readonly tokens: Tokens
  readonly tickets: Tickets
}

/** Without settings everybody comes in. */
export function openEntrance(register: Register, settings: Partial<AuthSettings> = {}): Entrance {
  const { access = 'open', url, token } = settings
  const people = new People(register)
  const cookie = new Cookie('plenary', url)
  const tickets = new Tickets()
  const changed = (): void => {}
  return {
    access,
    url,
    register,
    people,
    cookie,
    tickets,
    visitors: new Visitors({ people, cookie, tickets, token }),
    invitations: new Invitations({ register, people, changed }),
    tokens: new Tokens({ register, people, changed }),
  }
}
