import { ClassicLevel } from 'classic-level'

import { LevelStore } from '../store/level.ts'

/** What becomes of one operation on the disk. */
export type Mode =
  /** It fails and has done nothing. */
  | 'refused'
  /** It is done, and fails all the same, as when the disk goes before it has answered. */
  | 'done but failed'
  /** The machine stops before it, or right after it: neither it nor any later one is ever answered. */
  | 'crash before'
  | 'crash after'

/** Counts the operations on a disk, and lets one of them go wrong. */
export class Fault {
  readonly #at: number
  readonly #mode: Mode
  readonly #passed: string[] = []
  #crash: () => void = () => {}
  #hasCrashed = false
  /** Resolves when the machine has stopped. */
  readonly crashed = new Promise<void>((resolve) => (this.#crash = resolve))

  /** The operation number `at`, from 1, is the one that goes wrong. */
  constructor(at: number, mode: Mode) {
    this.#at = at
    this.#mode = mode
  }

  /** The kinds of operations so far, in their order. */
  get operations(): readonly string[] {
    return this.#passed
  }

  async pass<T>(operation: string, run: () => Promise<T>): Promise<T> {
    if (this.#hasCrashed) return never()
    this.#passed.push(operation)
    if (this.#passed.length !== this.#at) return run()
    switch (this.#mode) {
      case 'refused':
        throw new Error('input/output error')
      case 'done but failed':
        await run()
        throw new Error('input/output error')
      case 'crash before':
        return this.#stop()
      case 'crash after':
        this.#hasCrashed = true
        await run()
        return this.#stop()
    }
  }

  #stop<T>(): Promise<T> {
    this.#hasCrashed = true
    this.#crash()
    return never()
  }
}

/** Lets the first operation of a life go wrong, then the second, until it needs no more; returns how many of each kind did. */
export async function untilNothingIsLeft<Life>(
  mode: Mode,
  begin: (fault: Fault, where: string) => Promise<Life>,
  check: (life: Life, fault: Fault) => Promise<void>,
): Promise<Record<string, number>> {
  const wrong: Record<string, number> = {}
  for (let at = 1; ; at++) {
    const fault = new Fault(at, mode)
    await check(await begin(fault, `${mode} at operation ${at}`), fault)
    const operation = fault.operations[at - 1]
    if (operation === undefined) return wrong
    wrong[operation] = (wrong[operation] ?? 0) + 1
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => {})
}

type Database = ConstructorParameters<typeof LevelStore>[0]

/** A store on a disk that goes wrong as `fault` says. The folder must hold one already. */
export async function openFaulty(
  folder: string,
  fault: Fault,
): Promise<{ store: LevelStore; release: () => Promise<void> }> {
  const db: Database = new ClassicLevel(folder, { keyEncoding: 'utf8', valueEncoding: 'view' })
  await db.open()
  return { store: new LevelStore(faulty(db, fault)), release: () => db.close() }
}

function faulty(db: Database, fault: Fault): Database {
  return new Proxy(db, {
    get(target, name) {
      // Nothing can be written there, so the store cannot help itself.
      if (name === 'location') return '/dev/null/no-folder'
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      const call = (...args: unknown[]): unknown => Reflect.apply(member, target, args)
      switch (name) {
        case 'batch':
          return (...args: unknown[]) => {
            const batch = call(...args) as { write: (options: unknown) => Promise<unknown> }
            const write = batch.write.bind(batch)
            return Object.assign(batch, { write: (options: unknown) => fault.pass(name, () => write(options)) })
          }
        case 'get':
        case 'compactRange':
          return (...args: unknown[]) => fault.pass(name, () => call(...args) as Promise<unknown>)
        case 'iterator':
        case 'keys':
        case 'values':
          return (...args: unknown[]) => {
            const iterator = call(...args) as { nextv: (size: number) => Promise<unknown> }
            const nextv = iterator.nextv.bind(iterator)
            let isFirst = true
            return Object.assign(iterator, {
              nextv: (size: number) => {
                if (!isFirst) return nextv(size)
                isFirst = false
                return fault.pass(name, () => nextv(size))
              },
            })
          }
        default:
          return call
      }
    },
  })
}
