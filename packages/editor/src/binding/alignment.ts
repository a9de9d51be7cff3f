/** Beyond so many combinations items are paired by their place alone. */
const LARGEST = 4_096

export type Pair = readonly [row: number, column: number]

/**
 * Pairs the items of two lists, in order, so that the sum of the scores is greatest. A score of 0 means «never a pair».
 * Of equally good pairings the one further to the left wins.
 */
export function align(rows: number, columns: number, score: (row: number, column: number) => number): Pair[] {
  if (rows * columns > LARGEST) return alignByPlace(Math.min(rows, columns), score)
  // best[r][c]: the greatest sum for the items from r and from c on.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const scores = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => score(row, column)),
  )
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0
  const paired = (row: number, column: number): number => {
    const gain = scores[row]?.[column] ?? 0
    return gain === 0 ? -1 : gain + at(row + 1, column + 1)
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      best[row]?.fill(Math.max(paired(row, column), at(row + 1, column), at(row, column + 1)), column, column + 1)
    }
  }
  const pairs: Pair[] = []
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    if (paired(row, column) === at(row, column)) pairs.push([row++, column++])
    else if (at(row + 1, column) === at(row, column)) row += 1
    else column += 1
  }
  return pairs
}

function alignByPlace(count: number, score: (row: number, column: number) => number): Pair[] {
  return Array.from({ length: count }, (_, index): Pair => [index, index]).filter(
    ([row, column]) => score(row, column) > 0,
  )
}
