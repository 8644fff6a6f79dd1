import { nearest } from '../documents/nearest.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { shortJson } from '../schemas/short-json.ts'
import { shorten } from '../schemas/shorten.ts'
import { wordsOf } from '../vocabulary/place.ts'
import type { Place } from '../vocabulary/place.ts'
import { parseDuration } from '../worlds/duration.ts'

/** Reports a mistake at a JSON pointer of the document. */
export type ReportProblem = (pointer: string, message: string) => void

/** The error that a declaration throws after it has reported a mistake. */
export class DeclarationRefused extends Error {}

/** The members of a declared object, by name. */
export type Declared = Partial<Record<string, Declaration>>

/**
 * A value that a document declares, and its place. Where it does not have the form that is asked for, it
 * reports a mistake and throws.
 */
export class Declaration {
  readonly value: unknown
  readonly pointer: string
  readonly #report: ReportProblem

  constructor (value: unknown, pointer: string, report: ReportProblem) {
    this.value = value
    this.pointer = pointer
    this.#report = report
  }

  /** Reports a mistake here, and throws. */
  refuse (message: string): never {
    this.#report(this.pointer, message)
    throw new DeclarationRefused(message)
  }

  /** Reports a word that is not known, with the nearest that is, and throws. */
  refuseWord (what: string, word: string, known: readonly string[]): never {
    this.refuse(unknownWord(what, word, known))
  }

  /**
   * Returns the members of an object. Reports each that is not known, and each that is required and missing.
   */
  members (known: readonly string[], required: readonly string[] = []): Declared {
    const members = this.parts()
    const names = Object.keys(members)
    const unknown = names.filter(name => !known.includes(name))
    // The report of a misspelt word suggests the missing one already.
    const missing = required.filter(name =>
      !names.includes(name) && !unknown.some(word => nearest(word, known) === name))
    for (const name of unknown) {
      this.#report(`${this.pointer}/${escapePointer(name)}`, unknownWord('word', name, known))
    }
    for (const name of missing) this.#report(this.pointer, `"${name}" is missing`)
    if (unknown.length + missing.length > 0) throw new DeclarationRefused()
    return members
  }

  /** Returns the members of an object that has the words of a place, as `members` does. */
  membersOf (place: Place): Declared {
    return this.members(wordsOf(place), place.required)
  }

  /** Returns the members of an object by name, whatever their names. */
  parts (): Declared {
    return Object.fromEntries(this.entries())
  }

  /** Returns the members of an object in order, whatever their names. */
  entries (): Array<[name: string, member: Declaration]> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      this.#refuseKind('an object')
    }
    return Object.entries(this.value).map(([name, value]) => [name, this.#child(name, value)])
  }

  list (): Declaration[] {
    if (!Array.isArray(this.value)) this.#refuseKind('a list')
    return this.value.map((value, index) => this.#child(String(index), value))
  }

  text (): string {
    if (typeof this.value !== 'string') this.#refuseKind('text')
    return this.value
  }

  /** Returns a text that is one of the known words. */
  word (what: string, known: readonly string[]): string {
    const word = this.text()
    if (!known.includes(word)) this.refuseWord(what, word, known)
    return word
  }

  words (what: string, known: readonly string[]): string[] {
    return compileAll(this.list(), item => item.word(what, known))
  }

  flag (): boolean {
    if (typeof this.value !== 'boolean') this.#refuseKind('true or false')
    return this.value
  }

  integer (minimum: number): number {
    if (!Number.isSafeInteger(this.value) || Number(this.value) < minimum) {
      this.#refuseKind(`a whole number from ${minimum}`)
    }
    return Number(this.value)
  }

  /** Returns an ISO 8601 duration in milliseconds. */
  duration (): number {
    const milliseconds = typeof this.value === 'string' ? parseDuration(this.value) : undefined
    return milliseconds ?? this.#refuseKind('an ISO 8601 duration such as PT5S or P7D')
  }

  #refuseKind (expected: string): never {
    this.refuse(`must be ${expected}, but is ${shortJson(this.value, undefined)}`)
  }

  #child (name: string, value: unknown): Declaration {
    return new Declaration(value, `${this.pointer}/${escapePointer(name)}`, this.#report)
  }
}

/** Compiles every item, so that each reports its mistakes. Throws after the last where any had one. */
export function compileAll<Item, Compiled> (
  items: readonly Item[],
  compile: (item: Item, index: number) => Compiled
): Compiled[] {
  let refused: DeclarationRefused | undefined
  const compiled: Compiled[] = []
  for (const [index, item] of items.entries()) {
    try {
      compiled.push(compile(item, index))
    } catch (error) {
      if (!(error instanceof DeclarationRefused)) throw error
      refused = error
    }
  }
  if (refused !== undefined) throw refused
  return compiled
}

/**
 * Compiles every part by its own function, so that each reports its mistakes. Throws after the last where any
 * had one.
 */
export function compileEach<Parts extends Readonly<Record<string, () => unknown>>> (
  parts: Parts
): { [Name in keyof Parts]: ReturnType<Parts[Name]> } {
  const compiled = compileAll(Object.entries(parts), ([name, compile]) => [name, compile()] as const)
  // The names are those of the parts, each with the result of its function.
  return Object.fromEntries(compiled) as { [Name in keyof Parts]: ReturnType<Parts[Name]> }
}

/** Returns the message for a word that is not known, with the nearest that is. */
export function unknownWord (what: string, word: string, known: readonly string[]): string {
  const list = known.length === 0 ? '' : ` (known: ${known.join(', ')})`
  if (word === '') return `say which ${what}${list}`
  const near = nearest(word, known)
  return `unknown ${what} "${shorten(word)}"${near === undefined ? '' : `, did you mean "${near}"?`}${list}`
}

/** Compiles one part; returns `undefined` where it has a mistake, which is reported already. */
export function attempt<T> (compile: () => T): T | undefined {
  try {
    return compile()
  } catch (error) {
    if (error instanceof DeclarationRefused) return undefined
    throw error
  }
}
