/** Measurements over hours, and how they go up or down (least squares). */
export class Curve {
  #points = /** @type {[number, number][]} */ ([])

  /**
   * @param {number} hours
   * @param {number} value
   */
  add(hours, value) {
    this.#points.push([hours, value])
  }

  get mean() {
    return this.#points.reduce((sum, [, value]) => sum + value, 0) / this.#points.length
  }

  /** By how much an hour. */
  get slope() {
    const middle = this.#points.reduce((sum, [hours]) => sum + hours, 0) / this.#points.length
    let [up, across] = [0, 0]
    for (const [hours, value] of this.#points) {
      up += (hours - middle) * (value - this.mean)
      across += (hours - middle) ** 2
    }
    return up / across
  }

  toString() {
    return `${this.mean.toFixed(1)} MiB, ${this.slope >= 0 ? '+' : ''}${this.slope.toFixed(2)} an hour`
  }
}
