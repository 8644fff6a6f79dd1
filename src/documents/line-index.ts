import type { SourcePosition } from './source-position.ts'

/**
 * Creates the function that returns the line and column of an offset in a text. It looks for the
 * ends of lines once, so that a thousand places cost no more than one.
 */
export function createLineIndex (text: string): (offset: number) => SourcePosition {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => positionIn(starts, offset)
}

/** Finds the line of an offset by binary search. */
function positionIn (starts: readonly number[], offset: number): SourcePosition {
  let line = 0
  for (let step = 2 ** Math.floor(Math.log2(starts.length)); step >= 1; step /= 2) {
    if ((starts[line + step] ?? Infinity) <= offset) line += step
  }
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
}
