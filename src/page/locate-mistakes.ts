import { findJsonFlaws } from '../documents/find-json-flaws.ts'
import { createJsonLocator } from '../documents/json-locator.ts'
import { createLineIndex } from '../documents/line-index.ts'
import type { SourcePosition } from '../documents/source-position.ts'
import type { Mistake } from './mistakes-of.ts'

/** A mistake with its place in the text. */
export interface LocatedMistake extends Mistake {
  readonly position: SourcePosition
}

/** The deepest nesting of a stub. */
const MAX_DEPTH = 1_000

/** Returns the mistake in a text that is not JSON; `undefined` where it is. */
export function syntaxMistake (text: string): LocatedMistake | undefined {
  const { flaws } = findJsonFlaws(text, { maxDepth: MAX_DEPTH })
  const flaw = flaws.find(({ kind }) => kind !== 'precision')
  if (flaw === undefined) return undefined
  const position = createLineIndex(text)(flaw.offset)
  return { pointer: '', text: `This is not JSON: ${REASONS[flaw.kind](flaw.detail)}`, position }
}

const REASONS: Readonly<Record<string, (detail: string) => string>> = {
  syntax: detail => detail,
  duplicate: detail => `the member ${detail} is there twice`,
  depth: () => 'it is nested too deeply'
}

/** Adds the places of mistakes in the text that has them. */
export function locateMistakes (text: string, mistakes: readonly Mistake[]): LocatedMistake[] {
  const locate = createJsonLocator(text)
  return mistakes.map(mistake => ({ ...mistake, position: locate(mistake.pointer) }))
}

/** Returns the offset of a place in a text. */
export function offsetOf (text: string, { column, line }: SourcePosition): number {
  const lines = text.split('\n').slice(0, line - 1)
  return lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1
}
