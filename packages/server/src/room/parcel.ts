/** Frames that leave together. They are laid out for the network once, however many people get them. */
export class Parcel {
  readonly frames: readonly Uint8Array[]
  #wire: Uint8Array | undefined

  constructor(...frames: readonly Uint8Array[]) {
    this.frames = frames
  }

  /** The bytes as the network carries them; every caller has to lay them out in the same way. */
  wire(layOut: (frames: readonly Uint8Array[]) => Uint8Array): Uint8Array {
    this.#wire ??= layOut(this.frames)
    return this.#wire
  }
}
