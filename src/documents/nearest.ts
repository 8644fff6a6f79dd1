/** The longest words that are compared, in characters: longer ones are no misspelling of a name. */
const MAX_LENGTH = 100

/**
 * Returns the known word nearest to an unknown one; `undefined` where none is near enough to be meant: within
 * `maxDistance` letters, by default half of the word.
 */
export function nearest (
  word: string, known: Iterable<string>, maxDistance = Math.max(1, Math.floor(word.length / 2))
): string | undefined {
  if (word.length > MAX_LENGTH) return undefined
  const letters = word.toLowerCase()
  let best: string | undefined
  let limit = maxDistance
  for (const candidate of known) {
    if (candidate.length > MAX_LENGTH) continue
    const distance = editDistance(letters, candidate.toLowerCase(), limit)
    if (distance > limit) continue
    best = candidate
    // A later word must be nearer.
    limit = distance - 1
  }
  return best
}

/**
 * Counts the letters to add, drop, change, or swap with their neighbour, to get from one word to the other
 * (optimal string alignment distance); stops counting once there are more than `limit`.
 */
function editDistance (from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return Infinity
  let twoAbove: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow({ row, above, twoAbove }, from, to)
    // A swap of letters skips a row.
    if (Math.min(...current) > limit && Math.min(...above) >= limit) return Infinity
    twoAbove = above
    above = current
  }
  return above.at(-1) ?? 0
}

interface Rows {
  /** The number of the next row. */
  readonly row: number
  readonly above: readonly number[]
  readonly twoAbove: readonly number[]
}

function nextRow ({ row, above, twoAbove }: Rows, from: string, to: string): number[] {
  const current = [row]
  for (let column = 1; column <= to.length; column++) {
    const isSame = from[row - 1] === to[column - 1]
    const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
    current.push(Math.min(
      (current[column - 1] ?? 0) + 1,
      (above[column] ?? 0) + 1,
      (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      isSwap ? (twoAbove[column - 2] ?? 0) + 1 : Infinity
    ))
  }
  return current
}
