import { isFramingHeader } from '../contract/is-framing-header.ts'
import { isHeaderName, isHeaderText } from '../contract/to-header-text.ts'
import { TemplateTooLarge } from '../errors.ts'
import { HeaderCollector } from '../messages/header-collector.ts'
import type { Headers, HeaderValue } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import { compileAll } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import type { Evaluate, Scope } from './scope.ts'
import { compileTemplate, toText } from './template.ts'
import { toHeaderValue } from './to-header-value.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Headers that were made for a request, and what HTTP cannot carry of them. */
export interface MadeHeaders {
  readonly headers: Headers
  readonly headerFlaws: readonly Violation[] | undefined
}

export type MakeHeaders = (scope: Scope) => MadeHeaders

/** The most characters that the headers of a message have: clients take no more, and most far less. */
const MAX_HEADERS = 2 ** 16

interface CompiledHeader {
  /** In lower case. */
  readonly name: string
  readonly value: unknown
  readonly evaluate: Evaluate
}

/**
 * Compiles headers of the responses to a method; without a method, to all. The values of a list are headers of their
 * own; a list that an expression names is one header, except cookies. A header whose value is undefined is left out.
 */
export function compileHeaders (declaration: Declaration, vocabulary: Vocabulary, method?: string): MakeHeaders {
  const size = declaration.entries().reduce((sum, [name, { value }]) => sum + name.length + toText(value).length, 0)
  if (size > MAX_HEADERS) declaration.refuse(`has ${size} characters: headers of more than ${MAX_HEADERS} are not sent`)
  const headers = compileAll(declaration.entries(), ([name, header]): CompiledHeader => {
    checkHeader(name, header, method)
    return { name: name.toLowerCase(), value: header.value, evaluate: compileTemplate(header, vocabulary) }
  })
  // Most headers are the same in every response.
  const fixed = collect(headers.filter(({ value }) => isFixed(value)), ({ value }) => value)
  const made = headers.filter(({ value }) => !isFixed(value))
  if (made.length === 0) return () => fixed
  return scope => collect(made, ({ evaluate }) => evaluate(scope), fixed.headers)
}

/** Rejects a header that the server alone writes, or that HTTP cannot carry. */
function checkHeader (name: string, header: Declaration, method: string | undefined): void {
  const key = name.toLowerCase()
  // A dollar sign at its start would be a misplaced expression.
  if (!isHeaderName(name) || name.startsWith('$')) header.refuse(`"${name}" cannot be the name of a header`)
  if (isFramingHeader(key, method)) {
    header.refuse(`the server writes ${name} itself, from what it sends: leave it out`)
  }
  const values = [header.value].flat()
  if (key === 'content-type' && values.length > 1) header.refuse('a message has one Content-Type: give one text')
  for (const value of values) {
    if (typeof value === 'string' && !isHeaderText(value)) {
      header.refuse(`${JSON.stringify(value)} cannot be sent in a header: write it in Latin-1, without line ends`)
    }
  }
}

function isFixed (value: unknown): boolean {
  return !toText(value).includes('$')
}

/** Collects headers beside others; a value from a request may hold anything. */
function collect (
  headers: readonly CompiledHeader[],
  valueOf: (header: CompiledHeader) => unknown,
  others?: Headers
): MadeHeaders {
  const collector = new HeaderCollector(others)
  let size = 0
  for (const header of headers) {
    const value = valueOf(header)
    if (value === undefined) continue
    const isOne = typeof header.value === 'string' && header.name !== 'set-cookie'
    const text = isOne ? toText(value) : toHeaderValue(value)
    size += lengthOf(text)
    if (size > MAX_HEADERS) throw new TemplateTooLarge(`headers of more than ${MAX_HEADERS} characters`)
    collector.add(header.name, text)
  }
  return { headers: collector.headers, headerFlaws: collector.flaws }
}

function lengthOf (value: HeaderValue): number {
  return typeof value === 'string' ? value.length : value.reduce((sum, text) => sum + text.length, 0)
}
