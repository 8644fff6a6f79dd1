/** A regular expression, as far as matters for what it costs; each part has the text that RE2 takes for it, where there is one. */
export type PatternNode =
  | { readonly kind: 'character', readonly re2: string }
  | { readonly kind: 'start' | 'assertion', readonly re2: string }
  | { readonly kind: 'group', readonly alternatives: readonly PatternSequence[] }
  | { readonly kind: 'lookahead', readonly alternatives: readonly PatternSequence[], readonly isNegative: boolean }
  | { readonly kind: 'lookbehind', readonly alternatives: readonly PatternSequence[] }
  | { readonly kind: 'backreference' }
  | { readonly kind: 'repeat', readonly node: PatternNode, readonly min: number, readonly max: number }

export type PatternSequence = readonly PatternNode[]

/** What ECMA-262 takes for white space and for line ends (sections 12.2 and 12.3); RE2 knows those of ASCII only. */
const SPACE = '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const NO_SPACE = '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'
const CLASSES: Readonly<Record<string, string>> = { d: '\\d', D: '\\D', w: '\\w', W: '\\W', s: SPACE, S: NO_SPACE }
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 }

/** Reads a regular expression that ECMA-262 accepts (section 22.2.1), with or without the `u` flag. Throws where it is beyond this reader. */
export function parsePattern (source: string, flags: string): readonly PatternSequence[] {
  return new PatternReader(source, flags).read()
}

class PatternReader {
  readonly #characters: readonly string[]
  readonly #knowsProperties: boolean
  #at = 0

  constructor (source: string, flags: string) {
    this.#characters = [...source]
    this.#knowsProperties = flags.includes('u')
  }

  read (): PatternSequence[] {
    const alternatives = this.#readAlternatives()
    if (this.#at < this.#characters.length) throw new SyntaxError(`unexpected ${this.#peek()}`)
    return alternatives
  }

  #readAlternatives (): PatternSequence[] {
    const alternatives: PatternNode[][] = [[]]
    while (this.#at < this.#characters.length && this.#peek() !== ')') {
      if (this.#take('|')) alternatives.push([])
      else alternatives.at(-1)?.push(this.#readRepeated())
    }
    return alternatives
  }

  #readRepeated (): PatternNode {
    const node = this.#readNode()
    const [quantifier, min = '0', comma, max] = this.#takeMatch(/^(?:[*+?]|\{(\d+)(,)?(\d+)?\})/) ?? []
    if (quantifier === undefined) return node
    // Whether it is lazy does not matter to a test.
    this.#take('?')
    const range = quantifier === '*' ? [0, Infinity] : quantifier === '+' ? [1, Infinity] : quantifier === '?' ? [0, 1] : [Number(min), max === undefined ? comma === undefined ? Number(min) : Infinity : Number(max)]
    return { kind: 'repeat', node, min: range[0] ?? 0, max: range[1] ?? 0 }
  }

  #readNode (): PatternNode {
    const character = this.#next()
    switch (character) {
      case '^': return { kind: 'start', re2: '^' }
      case '$': return { kind: 'assertion', re2: '$' }
      case '.': return { kind: 'character', re2: '[^\\n\\r\\x{2028}\\x{2029}]' }
      case '[': return { kind: 'character', re2: this.#readClass() }
      case '(': return this.#readGroup()
      case '\\': return this.#readEscape()
      default: return { kind: 'character', re2: literal(character.codePointAt(0) ?? 0) }
    }
  }

  #readGroup (): PatternNode {
    const [, sign] = this.#takeMatch(/^\?(:|=|!|<=|<!|<[^>]*>|[a-z-]+:)/) ?? []
    if (sign !== undefined && /^[a-z-]/.test(sign)) throw new SyntaxError('flags within a pattern')
    const alternatives = this.#readAlternatives()
    if (!this.#take(')')) throw new SyntaxError('a group without an end')
    if (sign === '=' || sign === '!') return { kind: 'lookahead', alternatives, isNegative: sign === '!' }
    if (sign === '<=' || sign === '<!') return { kind: 'lookbehind', alternatives }
    return { kind: 'group', alternatives }
  }

  #readEscape (): PatternNode {
    if (/[1-9k]/.test(this.#peek())) {
      this.#takeMatch(/^(?:\d+|k<[^>]*>|k)/)
      return { kind: 'backreference' }
    }
    if (this.#take('b')) return { kind: 'assertion', re2: '\\b' }
    if (this.#take('B')) return { kind: 'assertion', re2: '\\B' }
    const set = this.#takeSet()
    return { kind: 'character', re2: set === undefined ? literal(this.#readCode()) : `[${set}]` }
  }

  #readClass (): string {
    const isNegative = this.#take('^')
    let members = ''
    while (!this.#take(']')) {
      if (this.#at >= this.#characters.length) throw new SyntaxError('a class without an end')
      members += this.#readMember()
    }
    if (members === '') return isNegative ? '[\\x{0}-\\x{10ffff}]' : '[^\\x{0}-\\x{10ffff}]'
    return `[${isNegative ? '^' : ''}${members}]`
  }

  #readMember (): string {
    if (this.#take('-')) return this.#isRange() ? '-' : '\\-'
    if (!this.#take('\\')) return literal(this.#next().codePointAt(0) ?? 0)
    if (this.#take('b')) return '\\x{8}'
    return this.#takeSet() ?? literal(this.#readCode())
  }

  /** Whether the dash that has just been read stands between two characters. */
  #isRange (): boolean {
    return this.#characters[this.#at - 2] !== '[' && this.#peek() !== ']'
  }

  #takeSet (): string | undefined {
    const set = CLASSES[this.#peek()]
    if (set !== undefined) this.#at++
    if (set !== undefined || !this.#knowsProperties) return set
    return this.#takeMatch(/^[pP]\{\w+\}/)?.map(property => `\\${property}`)[0]
  }

  /** The character that an escape stands for; the backslash has been read. */
  #readCode (): number {
    const [, pair, low] = this.#takeMatch(/^u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})/) ?? []
    if (pair !== undefined && low !== undefined) return String.fromCharCode(parseInt(pair, 16), parseInt(low, 16)).codePointAt(0) ?? 0
    const [, hex] = this.#takeMatch(/^x([\da-fA-F]{2})/) ?? this.#takeMatch(/^u([\da-fA-F]{4})/) ?? this.#takeMatch(/^u\{([\da-fA-F]+)\}/) ?? []
    if (hex !== undefined) return parseInt(hex, 16)
    const [, control] = this.#takeMatch(/^c([a-zA-Z])/) ?? []
    if (control !== undefined) return control.charCodeAt(0) % 32
    const character = this.#next()
    return CONTROLS[character] ?? character.codePointAt(0) ?? 0
  }

  #peek (): string {
    return this.#characters[this.#at] ?? ''
  }

  #next (): string {
    return this.#characters[this.#at++] ?? ''
  }

  #take (character: string): boolean {
    if (this.#peek() !== character) return false
    this.#at++
    return true
  }

  #takeMatch (pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.#characters.slice(this.#at, this.#at + MAX_TOKEN).join(''))
    if (match === null) return undefined
    this.#at += [...match[0]].length
    return match
  }
}

/** Longer than any quantifier, escape or name of a group. */
const MAX_TOKEN = 40

function literal (code: number): string {
  return `\\x{${code.toString(16)}}`
}
