import { all, type Database, del, type Operation, put } from './database.ts'
import type { GroupCommit } from './group-commit.ts'
import { fromJson, toJson } from './json.ts'
import { REGISTER, registerKey, registerRange } from './keys.ts'
import type { Changes, Register } from './register.ts'

/** The register in a LevelDB, beside the meetings. */
export class LevelRegister implements Register {
  readonly #db: Database
  readonly #writes: GroupCommit<Operation>

  constructor(db: Database, writes: GroupCommit<Operation>) {
    this.#db = db
    this.#writes = writes
  }

  async get(key: string): Promise<unknown> {
    const value = await this.#db.get(registerKey(key))
    return value && fromJson(value)
  }

  async under(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const found = await all(this.#db.iterator(registerRange(prefix)))
    return new Map(found.map(([key, value]) => [key.slice(REGISTER.length), fromJson(value)]))
  }

  async put(changes: Changes): Promise<void> {
    await this.#writes.commit([...changes].map(([key, value]) => operation(registerKey(key), value)))
  }
}

function operation(key: string, value: unknown): Operation {
  return value === undefined ? del(key) : put(key, toJson(value))
}
