import type { PatternAlternative, PatternElement, PatternSyntax } from '../documents/parse-pattern.ts'
import type { Random } from '../worlds/random.ts'
import { pick } from './make.ts'
import { listCharacters } from './list-characters.ts'

/** A part of a pattern that texts are drawn from. Lengths are in characters, as those of JSON Schema. */
export interface PatternPiece {
  readonly least: number
  readonly most: number
  /** Draws a text of a length, or of one that is near to it. */
  readonly draw: (length: number, drawing: Drawing) => string
}

/** The state of drawing one text. */
export interface Drawing {
  readonly random: Random
  /** The texts of the groups, which `\1` repeats. */
  readonly groups: Map<object, string>
  /** How many pieces may still be drawn: nested repetitions of nothing have no other bound. */
  stepsLeft: number
}

type Node = PatternElement

const EMPTY: PatternPiece = { least: 0, most: 0, draw: () => '' }

/** Compiles the alternatives of a pattern or group to one piece. */
export function patternPiece ({ alternatives }: Pick<PatternSyntax, 'alternatives'>): PatternPiece {
  return oneOf(alternatives.map(alternativePiece))
}

function alternativePiece ({ elements }: PatternAlternative): PatternPiece {
  return sequence(elements.map(elementPiece))
}

function elementPiece (node: Node): PatternPiece {
  switch (node.type) {
    case 'Character':
      return characterPiece([String.fromCodePoint(node.value)])
    case 'CharacterSet':
    case 'CharacterClass':
      return characterPiece(listCharacters(node.raw))
    case 'Group':
      return patternPiece(node)
    case 'CapturingGroup':
      return remembered(node, patternPiece(node))
    case 'Quantifier':
      return repeated(elementPiece(node.element), node.min, node.max)
    case 'Backreference':
      return { least: 0, most: 0, draw: (_length, { groups }) => groups.get([node.resolved].flat()[0] ?? node) ?? '' }
    default:
      // What an assertion demands is tested when the text is complete.
      return EMPTY
  }
}

function characterPiece (characters: readonly string[]): PatternPiece {
  return { least: 1, most: 1, draw: (_length, { random }) => pick(characters, random) ?? '' }
}

function remembered (group: object, piece: PatternPiece): PatternPiece {
  return {
    ...piece,
    draw: (length, drawing) => {
      const text = piece.draw(length, drawing)
      drawing.groups.set(group, text)
      return text
    }
  }
}

function oneOf (pieces: readonly PatternPiece[]): PatternPiece {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return only
  return {
    least: Math.min(...pieces.map(({ least }) => least)),
    most: Math.max(...pieces.map(({ most }) => most)),
    draw: (length, drawing) => {
      const fitting = pieces.filter(({ least, most }) => least <= length && length <= most)
      const piece = pick(fitting.length > 0 ? fitting : pieces, drawing.random)
      return piece?.draw(length, drawing) ?? ''
    }
  }
}

/** Returns the piece of pieces in a row. */
export function sequence (pieces: readonly PatternPiece[]): PatternPiece {
  const rests: Rest[] = [{ least: 0, most: 0 }]
  for (const { least, most } of pieces.toReversed()) {
    const [after = { least: 0, most: 0 }] = rests
    rests.unshift({ least: after.least + least, most: after.most + most })
  }
  const [{ least, most } = { least: 0, most: 0 }] = rests
  return {
    least,
    most,
    draw: (length, drawing) => {
      let text = ''
      let left = length
      for (const [index, piece] of pieces.entries()) {
        const part = drawPart(piece, { left, rest: rests[index + 1], drawing })
        left -= lengthOf(part)
        text += part
      }
      return text
    }
  }
}

function repeated (piece: PatternPiece, min: number, max: number): PatternPiece {
  return {
    least: min === 0 ? 0 : min * piece.least,
    most: max === 0 || piece.most === 0 ? 0 : max * piece.most,
    draw: (length, drawing) => {
      const { random } = drawing
      const fewest = clamp(Math.ceil(length / Math.max(1, piece.most)), min, max)
      const most = clamp(Math.floor(length / Math.max(1, piece.least)), fewest, max)
      let left = length
      let text = ''
      for (let count = between(fewest, most, random); count > 0 && drawing.stepsLeft > 0; count--) {
        const others = count - 1
        const rest = { least: others * piece.least, most: others === 0 ? 0 : others * piece.most }
        const part = drawPart(piece, { left, rest, drawing })
        left -= lengthOf(part)
        text += part
      }
      return text
    }
  }
}

/** The lengths of what follows a piece. */
type Rest = Pick<PatternPiece, 'least' | 'most'>

interface Part {
  readonly left: number
  readonly rest: Rest | undefined
  readonly drawing: Drawing
}

/** Draws one of several parts, of a length that leaves what the others need. */
function drawPart (piece: PatternPiece, { left, rest = EMPTY, drawing }: Part): string {
  drawing.stepsLeft--
  if (drawing.stepsLeft < 0) return ''
  const shortest = Math.max(piece.least, left - rest.most)
  const longest = Math.min(piece.most, left - rest.least)
  return piece.draw(between(shortest, longest, drawing.random), drawing)
}

/** Draws a whole number between two, both included; the first where the second is less. */
export function between (least: number, most: number, random: Random): number {
  return most <= least ? least : least + random.below(most - least + 1)
}

function clamp (number: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, number))
}

/** Returns how many characters a text has, a pair of surrogates being one (RFC 8259, section 1). */
export function lengthOf (text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length
}
