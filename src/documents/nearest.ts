/** Returns the known word nearest to an unknown one; `undefined` where none is near enough to be meant. */
export function nearest (word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 2))
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance > bestDistance || (distance === bestDistance && best !== undefined)) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

/**
 * Counts the letters to add, drop, change, or swap with their neighbour, to get from one word to the other
 * (optimal string alignment distance).
 */
function editDistance (from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) rows.push(nextRow(rows, from, to))
  return rows.at(-1)?.at(-1) ?? 0
}

function nextRow (rows: readonly number[][], from: string, to: string): number[] {
  const row = rows.length
  const above = rows[row - 1] ?? []
  const current = [row]
  for (let column = 1; column <= to.length; column++) {
    const isSame = from[row - 1] === to[column - 1]
    const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
    current.push(Math.min(
      (current[column - 1] ?? 0) + 1,
      (above[column] ?? 0) + 1,
      (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      isSwap ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Infinity
    ))
  }
  return current
}
