import { createRequire } from 'node:module'
import type { AST, RegExpParser } from '@eslint-community/regexpp'

/** The syntax tree of a regular expression (ECMA-262, section 22.2.1). */
export type PatternSyntax = AST.Pattern

/** One of the alternatives between `|`. */
export type PatternAlternative = AST.Alternative

/** An assertion, an atom, or a repeated atom. */
export type PatternElement = AST.Element

/** An element of a character class such as `[a-z\d]`. */
export type PatternClassElement = AST.CharacterClassElement

let parser: RegExpParser | undefined

/**
 * Parses a regular expression with the flags `u` or none.
 * Throws a `SyntaxError` where the engine at hand knows syntax that the parser does not.
 */
export function parsePattern (source: string, flags: string): PatternSyntax {
  parser ??= loadParser()
  return parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') })
}

/** Loads the parser when the first pattern is compiled, so that a start does not wait for it. */
function loadParser (): RegExpParser {
  const require = createRequire(import.meta.url)
  type Library = typeof import('@eslint-community/regexpp')
  const { RegExpParser } = require('@eslint-community/regexpp') as Library  // require knows no types
  return new RegExpParser()
}
