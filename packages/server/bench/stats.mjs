/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? NaN) + (high ?? NaN)) / 2
}

/**
 * The median over the rounds of one number of a result; NaN where it was not measured.
 *
 * @param {readonly import('./engine.bench.mjs').Sample[]} samples
 * @param {string} scenario
 * @param {string} server
 * @param {string} figure such as `p99`, or `warm.cpu` for the median within a list
 */
export function figureOf(samples, scenario, server, figure) {
  const [list = '', field] = figure.split('.')
  return median(
    samples
      .filter((sample) => sample.scenario === scenario && sample.server === server)
      .map(({ result }) => result[list])
      .map((value) =>
        field === undefined
          ? Number(value)
          : median(/** @type {Record<string, number>[]} */ (value ?? []).map((each) => each[field] ?? NaN)),
      ),
  )
}
