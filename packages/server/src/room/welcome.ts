import { deflateRawSync } from 'node:zlib'

import { Parcel } from './parcel.ts'
import type { Replica } from './replica.ts'

/** A snapshot of fewer bytes is not worth a frame of its own. */
const WORTH = 4 * 1024

/** Two thirds of the time of zlib's own choice, for a few percent more bytes. */
const LEVEL = 4

/** What somebody gets who asked for what they lack. */
export type Answer = readonly [Parcel, ...Parcel[]]

/**
 * The minutes for somebody who has nothing yet: the snapshot as it is stored, then what the log holds beyond it. Many come
 * at once, when a meeting begins or the server is back; each of these frames is made once for all of them.
 */
export class Welcome {
  readonly #replica: Replica
  #plain: Parcel | undefined
  #deflated: Parcel | undefined
  #rest: Parcel | undefined
  #question: Parcel | undefined

  constructor(replica: Replica) {
    this.#replica = replica
  }

  /** The replica has taken something in. */
  moveOn(): void {
    this.#rest = undefined
    this.#question = undefined
  }

  /** What do they have that is not here? */
  question(): Parcel {
    this.#question ??= new Parcel({ kind: 'sync-step-1', stateVector: this.#replica.stateVector() })
    return this.#question
  }

  /** Nobody is expected: what is made quickly is forgotten. What takes a reading of long minutes is there for the next who comes. */
  rest(): void {
    if (this.#replica.snapshot.length >= WORTH) this.question()
    this.#plain = undefined
    this.#rest = undefined
  }

  for({ deflates }: { readonly deflates: boolean }): Answer {
    if (this.#replica.snapshot.length < WORTH) {
      this.#rest ??= new Parcel({ kind: 'sync-step-2', update: this.#replica.state() })
      return [this.#rest]
    }
    this.#rest ??= new Parcel({ kind: 'sync-step-2', update: this.#replica.sinceSnapshot() })
    return [deflates ? this.#deflatedSnapshot() : this.#plainSnapshot(), this.#rest]
  }

  #plainSnapshot(): Parcel {
    this.#plain ??= new Parcel({ kind: 'update', update: this.#replica.snapshot })
    return this.#plain
  }

  #deflatedSnapshot(): Parcel {
    const update = (): Uint8Array => deflateRawSync(this.#replica.snapshot, { level: LEVEL })
    this.#deflated ??= new Parcel({ kind: 'deflated-update', update: update() })
    return this.#deflated
  }
}
