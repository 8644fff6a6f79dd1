import { toExactNumber } from '../exact-json.ts'
import { escapePointer, MAX_POINTER, shownPointer } from './json-pointer.ts'

/** A mistake or ambiguity of a JSON text; `precision` is a number too large for a double (RFC 8259, section 6). */
export interface JsonFlaw {
  readonly kind: 'syntax' | 'duplicate' | 'depth' | 'precision'
  readonly offset: number
  /** JSON pointer of the value that has the flaw. */
  readonly pointer: string
  /** For `syntax`: what was expected and what came. For `precision`: the number as written. */
  readonly detail: string
}

/** The flaws of a text, the first ones in its order. */
export interface JsonFlaws {
  readonly flaws: readonly JsonFlaw[]
  /** The number of flaws that are not listed. */
  readonly more: number
  /** Whether parsers may disagree on the text; `precision` alone does not make it so. */
  readonly isAmbiguous: boolean
  /** Whether the text has a whole number that a double does not hold exactly. */
  readonly hasLarge: boolean
}

export interface JsonScanOptions {
  /** The deepest nesting that is accepted. */
  readonly maxDepth: number
  /**
   * The most flaws to list; a flaw that ends the scan is listed in any case.
   * @default 100
   */
  readonly maxFlaws?: number
  /**
   * Is called for each member and element.
   * @default no visit
   */
  readonly visit?: Visit
}

/** Receives each member and element before its value; returning `false` ends the scan. */
export type Visit = (depth: number, name: string, offset: number) => boolean

type Frame =
  | { readonly kind: 'array', index: number }
  | { readonly kind: 'object', readonly names: Set<string>, name: string | undefined }

const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const UNTERMINATED = 'expected the end of this text in double quotes, but found the end of the document'

/** Scans a JSON text token by token, without recursion. A syntax error ends the scan. */
export class JsonScan {
  readonly #text: string
  readonly #maxDepth: number
  readonly #maxFlaws: number
  readonly #visit: Visit
  readonly #stack: Frame[] = []
  readonly #flaws: JsonFlaw[] = []
  #more = 0
  #isAmbiguous = false
  #hasLarge = false
  #offset = 0

  constructor (text: string, { maxDepth, maxFlaws = 100, visit = () => true }: JsonScanOptions) {
    this.#text = text
    this.#maxDepth = maxDepth
    this.#maxFlaws = maxFlaws
    this.#visit = visit
  }

  run (): JsonFlaws {
    while (this.#value());
    return { flaws: this.#flaws, more: this.#more, isAmbiguous: this.#isAmbiguous, hasLarge: this.#hasLarge }
  }

  /** Scans a scalar or an opening bracket, and what follows up to the next value; returns `false` at the end. */
  #value (): boolean {
    const character = this.#peek()
    if (character === '{') return this.#open({ kind: 'object', names: new Set(), name: undefined }) && this.#begin('}')
    if (character === '[') return this.#open({ kind: 'array', index: 0 }) && this.#begin(']')
    return this.#scalar(character) && this.#after()
  }

  #open (frame: Frame): boolean {
    if (this.#stack.length === this.#maxDepth) return this.#fail('depth', '')
    this.#stack.push(frame)
    this.#offset++
    return true
  }

  /** Scans what follows an opening bracket. */
  #begin (closing: string): boolean {
    if (this.#peek() === closing) return this.#close()
    return this.#element()
  }

  #close (): boolean {
    this.#stack.pop()
    this.#offset++
    return this.#after()
  }

  /** Scans what follows a value: a comma, closing brackets, or the end. */
  #after (): boolean {
    for (;;) {
      const frame = this.#stack.at(-1)
      const character = this.#peek()
      if (frame === undefined) return character === '' ? false : this.#unexpected('the end')
      const closing = frame.kind === 'array' ? ']' : '}'
      if (character === ',') {
        this.#offset++
        if (frame.kind === 'array') frame.index++
        return this.#element()
      }
      if (character !== closing) return this.#unexpected(`"," or "${closing}"`)
      this.#stack.pop()
      this.#offset++
    }
  }

  /** Scans what precedes the value of a member or element. */
  #element (): boolean {
    const frame = this.#stack.at(-1)
    if (frame?.kind === 'array') {
      this.#peek()
      return this.#visit(this.#stack.length, String(frame.index), this.#offset)
    }
    return frame !== undefined && this.#name(frame)
  }

  #name (frame: Frame & { kind: 'object' }): boolean {
    if (this.#peek() !== '"') return this.#unexpected('a member\'s name in double quotes')
    const start = this.#offset
    if (!this.#string()) return false
    // The scan has checked the characters, so this cannot throw.
    const name = String(JSON.parse(this.#text.slice(start, this.#offset)))
    frame.name = name
    if (frame.names.has(name)) this.#note('duplicate', name, start)
    frame.names.add(name)
    if (this.#peek() !== ':') return this.#unexpected('":"')
    this.#offset++
    return this.#visit(this.#stack.length, name, start)
  }

  #scalar (character: string): boolean {
    if (character === '"') return this.#string()
    const start = this.#offset
    if (this.#match(WORD)) return true
    if (!this.#match(NUMBER)) return this.#unexpected('a value')
    const number = this.#text.slice(start, this.#offset)
    if (!Number.isFinite(Number(number))) this.#note('precision', number, start)
    else this.#hasLarge ||= typeof toExactNumber(number) === 'bigint'
    return true
  }

  #string (): boolean {
    for (let index = this.#offset + 1; ; index++) {
      const code = this.#text.charCodeAt(index)
      if (code === 0x22) {
        this.#offset = index + 1
        return true
      }
      if (Number.isNaN(code)) return this.#fail('syntax', UNTERMINATED)
      if (code < 0x20) return this.#failAt(index, 'expected control characters in text to be escaped')
      if (code === 0x5c) {
        const length = escapeLength(this.#text, index)
        if (length === 0) return this.#failAt(index, 'expected an escape that JSON knows after "\\"')
        index += length - 1
      }
    }
  }

  /** Skips spaces, and returns the next character; empty at the end. */
  #peek (): string {
    this.#match(SPACE)
    return this.#text.charAt(this.#offset)
  }

  #match (pattern: RegExp): boolean {
    pattern.lastIndex = this.#offset
    if (!pattern.test(this.#text)) return false
    this.#offset = pattern.lastIndex
    return true
  }

  #unexpected (expected: string): boolean {
    const character = this.#text.slice(this.#offset, this.#offset + 1)
    const found = character === '' ? 'the end of the document' : JSON.stringify(character)
    return this.#fail('syntax', `expected ${expected}, but found ${found}`)
  }

  #failAt (offset: number, detail: string): boolean {
    this.#offset = offset
    return this.#fail('syntax', detail)
  }

  #fail (kind: JsonFlaw['kind'], detail: string): boolean {
    this.#isAmbiguous = true
    this.#flaws.push({ kind, offset: this.#offset, pointer: this.#pointer(), detail })
    return false
  }

  #note (kind: JsonFlaw['kind'], detail: string, offset: number): void {
    this.#isAmbiguous ||= kind !== 'precision'
    if (this.#flaws.length < this.#maxFlaws) this.#flaws.push({ kind, offset, pointer: this.#pointer(), detail })
    else this.#more++
  }

  #pointer (): string {
    let pointer = ''
    for (const frame of this.#stack) {
      const name = frame.kind === 'array' ? String(frame.index) : frame.name
      if (name !== undefined) pointer += `/${escapePointer(name.slice(0, MAX_POINTER))}`
      if (pointer.length > MAX_POINTER) break
    }
    return shownPointer(pointer)
  }
}

function escapeLength (text: string, offset: number): number {
  if ('"\\/bfnrt'.includes(text.charAt(offset + 1)) && offset + 1 < text.length) return 2
  return /^\\u[0-9a-fA-F]{4}$/.test(text.slice(offset, offset + 6)) ? 6 : 0
}
