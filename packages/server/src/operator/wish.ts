import type { Role } from '@plenary/shared/meeting'

import type { Scope } from '../auth/who.ts'

/** What an operator can ask of a server, or of its data while it is stopped. */
export type Wish =
  | {
      readonly wish: 'invite'
      readonly scope: Scope
      readonly role: Role
      readonly hours: number | null
      readonly uses: number | null
      /** The address for the link, if the server does not know its own. */
      readonly url: string
    }
  | { readonly wish: 'list-invitations' }
  | { readonly wish: 'revoke-invitation'; readonly id: string }
  | { readonly wish: 'make-token'; readonly name: string; readonly scope: Scope; readonly role: Role }
  | { readonly wish: 'list-tokens' }
  | { readonly wish: 'revoke-token'; readonly name: string }

/** What to say to the operator: lines, or a sentence why it could not be done. */
export type Outcome = { readonly lines: readonly string[] } | { readonly problem: string }
