/** The word that comes nearest to one that is not known; `undefined` where none is near enough to be meant. */
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

/** How many letters must be added, dropped, changed or swapped with their neighbour to get from one word to the other. */
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
    const same = from[row - 1] === to[column - 1]
    const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
    current.push(Math.min(
      (current[column - 1] ?? 0) + 1,
      (above[column] ?? 0) + 1,
      (above[column - 1] ?? 0) + (same ? 0 : 1),
      swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Infinity
    ))
  }
  return current
}
