/** An unguessable id that the server made: 26 characters, lower-case letters and digits. */
export type PersonId = string

/** How the server knows somebody: by an invitation and a typed name, by a provider's word, or by a token of a program. */
export type PersonKind = 'guest' | 'github' | 'openid' | 'program'

/** Somebody as the server vouches for them. A guest's name is only what they typed. */
export interface Person {
  readonly id: PersonId
  readonly kind: PersonKind
  readonly name: string
  readonly affiliation?: string
  /** Without `@`; of a guest never. */
  readonly handle?: string
}

/** So many letters may a name, and an affiliation, have. */
export const LONGEST_NAME = 80

/** Whether this could be a person's id. */
export function isPersonId(text: string): boolean {
  return /^[a-z0-9]{26}$/.test(text)
}

/** A name as it is kept: on one line, without blanks around it; undefined where nothing is left, or too much. */
export function readName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return name === '' || name.length > LONGEST_NAME ? undefined : name
}
