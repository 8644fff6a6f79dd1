import { parseJsonPointer } from '../documents/json-pointer.ts'
import { exactJson } from '../exact-json.ts'
import type { ArazzoReplacement } from './arazzo.ts'
import { compileValue, MissingValue, rejectType, typeName } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import type { Evaluate } from './journey.ts'
import { ExpressionFault } from './known-names.ts'

/** Finds the places in a value that a replacement sets, each as a path. */
type FindPlaces = (value: unknown) => ReadonlyArray<ReadonlyArray<string | number>>

/** Compiles the replacement of parts of a payload by JSON pointers or JSONPaths. Throws `ExpressionFault`. */
function compileReplacement (
  { target, targetSelectorType = 'jsonpointer', value }: ArazzoReplacement,
  context: ValueContext
): (payload: unknown, now: Parameters<Evaluate>[0]) => unknown {
  const places = compilePlaces(target, typeName(targetSelectorType), context)
  const evaluate = compileValue(value, context)
  return (payload, now) => {
    // A text with JSON in it is a template of the body.
    const isText = typeof payload === 'string'
    const root = { value: isText ? exactJson.parse(payload) : structuredClone(payload) }
    const replaced = evaluate(now)
    for (const path of places(root.value)) setAt(root, path, { value: replaced, target })
    return isText ? exactJson.stringify(root.value) : root.value
  }
}

function compilePlaces (target: string, type: string, { paths }: ValueContext): FindPlaces {
  if (type === 'jsonpath') {
    const select = paths.compile(target)
    return value => select.pointers(value)
  }
  if (type !== 'jsonpointer') rejectType(type)
  const names = parseJsonPointer(target)
  if (names === undefined) throw new ExpressionFault(`"${target}" is no JSON pointer: write /member/0`)
  return () => [names]
}

interface Replaced {
  readonly value: unknown
  readonly target: string
}

function setAt (root: { value: unknown }, path: ReadonlyArray<string | number>, { target, value }: Replaced): void {
  if (path.length === 0) {
    root.value = value
    return
  }
  let parent: unknown = root.value
  for (const name of path.slice(0, -1)) parent = memberOf(parent, name)
  if (typeof parent !== 'object' || parent === null) throw new MissingValue(`the payload has nothing to hold ${target}`)
  const last = path.at(-1) ?? ''
  if (Array.isArray(parent) && last === '-') parent.push(value)
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true })
}

function memberOf (value: unknown, name: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string | number, unknown>)[name]  // it was just checked to be there
}

/** Returns a payload with its replacements. Throws `ExpressionFault`. */
export function replacedBy (
  payload: Evaluate,
  replacements: readonly ArazzoReplacement[],
  context: ValueContext
): Evaluate {
  const replace = replacements.map(replacement => compileReplacement(replacement, context))
  return now => replace.reduce((value, change) => change(value, now), payload(now))
}
