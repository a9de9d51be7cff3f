import { all, type Database, del, type Operation, put } from './database.ts'
import type { GroupCommit } from './group-commit.ts'
import { fromJson, toJson } from './json.ts'
import { REGISTER, registerKey, registerRange } from './keys.ts'
import { Recent } from './recent.ts'
import type { Changes, Register } from './register.ts'

/** So many values and ranges are kept in memory. */
const MANY = 1_000

/** A range of more values is not kept. */
const LONG = 50

/** The register in a LevelDB, beside the meetings. Every request and every connection asks for some of it. */
export class LevelRegister implements Register {
  readonly #db: Database
  readonly #writes: GroupCommit<Operation>
  readonly #values = new Recent(MANY, async (key) => ({ value: await this.#read(key) }))
  readonly #ranges = new Recent(MANY, (prefix) => this.#readUnder(prefix))

  constructor(db: Database, writes: GroupCommit<Operation>) {
    this.#db = db
    this.#writes = writes
  }

  async get(key: string): Promise<unknown> {
    return (await this.#values.of(key)).value
  }

  async under(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const found = await this.#ranges.of(prefix)
    if (found.size > LONG) this.#ranges.forget(prefix)
    return found
  }

  async put(changes: Changes): Promise<void> {
    try {
      await this.#writes.commit([...changes].map(([key, value]) => operation(registerKey(key), value)))
    } finally {
      // Also where it failed: perhaps all of it is there.
      for (const key of changes.keys()) {
        this.#values.forget(key)
        this.#ranges.forgetWhere((prefix) => key.startsWith(prefix))
      }
    }
  }

  async #read(key: string): Promise<unknown> {
    const value = await this.#db.get(registerKey(key))
    return value && fromJson(value)
  }

  async #readUnder(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const found = await all(this.#db.iterator(registerRange(prefix)))
    return new Map(found.map(([key, value]) => [key.slice(REGISTER.length), fromJson(value)]))
  }
}

function operation(key: string, value: unknown): Operation {
  return value === undefined ? del(key) : put(key, toJson(value))
}
