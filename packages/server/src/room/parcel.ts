import type { Message } from '@plenary/shared/protocol'

/** Messages that leave together. They are laid out for the network once, however many people get them. */
export class Parcel {
  readonly messages: readonly Message[]
  #wire: Uint8Array | undefined

  constructor(...messages: readonly Message[]) {
    this.messages = messages
  }

  /** The bytes as the network carries them; every caller has to lay them out in the same way. */
  wire(layOut: (messages: readonly Message[]) => Uint8Array): Uint8Array {
    this.#wire ??= layOut(this.messages)
    return this.#wire
  }
}
