/**
 * What is kept of people and of what they may: small values as JSON, each under a key of its own, whose form `auth/records.ts`
 * knows. Keys are made of letters, digits, `-` and `!`.
 */
export interface Register {
  /** Undefined where there is none. */
  get(key: string): Promise<unknown>

  /** Everything whose key begins so, in the order of the keys. */
  under(prefix: string): Promise<ReadonlyMap<string, unknown>>

  /** Writes all of them or none, synced; `undefined` takes a value away. */
  put(changes: Changes): Promise<void>
}

export type Changes = ReadonlyMap<string, unknown>
