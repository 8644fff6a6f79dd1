import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { nearest } from '../documents/nearest.ts'
import { exactJson } from '../exact-json.ts'
import { compileExpression, isExpression } from './compile-expression.ts'
import type { Evaluate } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'
import type { JsonPaths } from './json-paths.ts'
import { ExpressionFault } from './known-names.ts'
import type { KnownNames } from './known-names.ts'

/** The names and JSON paths that values are compiled with. */
export interface ValueContext {
  readonly known: KnownNames
  readonly paths: JsonPaths
}

/** Error for an expression within a text that has no value while a journey runs. */
export class MissingValue extends Error {}

/**
 * Compiles a value in which texts may be runtime expressions (`$inputs.id`) or have them (`order {$inputs.id}`), and
 * objects may be selectors (Arazzo 1.1). Throws `ExpressionFault`.
 */
export function compileValue (value: unknown, context: ValueContext): Evaluate {
  if (typeof value === 'string') return compileText(value, context.known)
  if (Array.isArray(value)) {
    const items = value.map(item => compileValue(item, context))
    return now => items.map(item => item(now) ?? null)
  }
  if (!isObject(value)) return () => value
  if (isSelector(value)) return compileSelector(value, context)
  const members = Object.entries(value).map(([name, member]) => [name, compileValue(member, context)] as const)
  return now => Object.fromEntries(members.map(([name, member]) => [name, member(now)]))
}

/** Compiles a text, which is an expression as a whole or has expressions in it. */
export function compileText (text: string, known: KnownNames): Evaluate {
  if (isExpression(text)) return compileExpression(text, known)
  rejectMisspelt(text)
  return compileEmbedded(text, known)
}

const EMBEDDED = /\{(\$[^{}]*)\}/

/** Compiles a text with expressions in braces; each becomes text. */
export function compileEmbedded (text: string, known: KnownNames): Evaluate {
  const parts = text.split(EMBEDDED)
  if (parts.length === 1) return () => text
  const evaluates = parts.map((part, index) => index % 2 === 0 ? () => part : compileWithin(part, known))
  return context => evaluates.map(evaluate => evaluate(context)).join('')
}

function compileWithin (text: string, known: KnownNames): (context: JourneyContext) => string {
  const evaluate = compileExpression(text, known)
  return context => {
    const value = evaluate(context)
    if (value === undefined) throw new MissingValue(`${text} has no value`)
    return typeof value === 'object' && value !== null ? exactJson.stringify(value) : String(value)
  }
}

const HEADS = ['$url', '$method', '$statusCode', '$request', '$response', '$inputs', '$steps', '$workflows', '$outputs']

/** Rejects a text that looks like an expression with a misspelt beginning: `$input.id`. */
function rejectMisspelt (text: string): void {
  const [, head] = /^(\$[A-Za-z]{3,})(?:[.#]\S*)?$/.exec(text) ?? []
  const near = head === undefined ? undefined : nearest(head, HEADS, 2)
  if (near === undefined) return
  throw new ExpressionFault(`"${text}" is no expression, did you mean "${near}"?`)
}

interface Selector {
  readonly context: string
  readonly selector: string
  readonly type: unknown
}

function isSelector (value: object): value is Selector {
  return 'context' in value && 'selector' in value && 'type' in value && Object.keys(value).length === 3
}

function compileSelector ({ context, selector, type }: Selector, { known, paths }: ValueContext): Evaluate {
  const root = compileExpression(String(context), known)
  switch (typeName(type)) {
    case 'jsonpath': {
      const select = paths.compile(String(selector))
      return now => select.value(root(now))
    }
    case 'jsonpointer': return now => getByPointer(root(now), String(selector))
    default: return rejectType(typeName(type))
  }
}

/** Returns the name of a selector's or criterion's type, which may have a version. */
export function typeName (type: unknown): string {
  return isObject(type) ? String(type.type) : String(type)
}

/** Rejects a type of selectors or criteria that cannot be run. */
export function rejectType (type: string): never {
  const offer = 'write it as jsonpath, or as jsonpointer'
  if (type === 'xpath') throw new ExpressionFault(`XPath cannot be run: ${offer}`)
  throw new ExpressionFault(`there is no type "${type}": ${offer}`)
}
