/**
 * Counts the changes that the server has not acknowledged. The server counts update frames per connection (`saved n`), so
 * this remembers which frame carried how many changes; whatever a lost connection carried is unsent again.
 */
export class Unsaved {
  /** Changes that are in no frame of this connection. */
  private unsent: number
  private inFlight: { readonly frame: number; readonly changes: number; readonly at: number }[] = []
  private frames = 0

  constructor(changes = 0) {
    this.unsent = changes
  }

  get changes(): number {
    return this.inFlight.reduce((sum, { changes }) => sum + changes, this.unsent)
  }

  /** When the oldest frame was sent that still waits for its acknowledgement, or null where none does. */
  get waitingSince(): number | null {
    return this.inFlight[0]?.at ?? null
  }

  /** Changes were made that no frame has carried yet. */
  add(changes: number): void {
    this.unsent += changes
  }

  /** A frame went out with everything made so far, or (`sync step 2`) with everything that the server lacks. */
  sent(at: number): void {
    this.frames += 1
    this.inFlight.push({ frame: this.frames, changes: this.unsent, at })
    this.unsent = 0
  }

  /** The first `frames` frames of this connection are on the server's disk. */
  saved(frames: number): void {
    this.inFlight = this.inFlight.filter(({ frame }) => frame > frames)
  }

  /** A new connection begins: what the last one carried may not have arrived. */
  restart(): void {
    this.unsent = this.changes
    this.inFlight = []
    this.frames = 0
  }
}
