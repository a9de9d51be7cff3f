import type { Clock } from './clock.ts'

/** Rings once, at the time that was set last. */
export class Alarm {
  readonly #clock: Clock
  readonly #ring: () => void
  #time: number | undefined
  #takeBack: () => void = () => {}

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock
    this.#ring = ring
  }

  /** Undefined for never. */
  set(time: number | undefined): void {
    if (time === this.#time) return
    this.#takeBack()
    this.#time = time
    if (time === undefined) return
    this.#takeBack = this.#clock.at(time, () => {
      this.#time = undefined
      this.#ring()
    })
  }
}
