import type { Operation } from '../contract/contract.ts'
import { didYouMean } from '../contract/did-you-mean.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import type { When } from './when.ts'

/** A name in a `when` that the contract allows without declaring it, so that it is likely to be a slip. */
export interface Undeclared {
  /** JSON pointer, relative to the `when`. */
  readonly pointer: string
  readonly message: string
}

/** Lists the members of a body and the query parameters that an operation does not declare, though others. */
export function listUndeclared ({ body, query }: When, operation: Operation): Undeclared[] {
  const found = isObject(query) ? listParameters(Object.keys(query), operation) : []
  // A member that one of the media types declares is none.
  const byMediaType = operation.body?.content.map(({ schema }) => listMembers(body, shapeOf(schema), '/body')) ?? []
  const [members = []] = byMediaType.toSorted((a, b) => a.length - b.length)
  return [...found, ...members]
}

function listParameters (names: readonly string[], { id, parameters, querystring }: Operation): Undeclared[] {
  const ofQuery = parameters.filter(parameter => parameter.in === 'query')
  // The members of an object are parameters of their own.
  const takesAny = querystring !== undefined || ofQuery.some(({ schema }) => shapeOf(schema).kinds.has('object'))
  if (takesAny || ofQuery.length === 0) return []
  const known = ofQuery.map(({ name }) => name)
  const unknown = names.filter(name => !known.includes(name))
  return unknown.map(name => ({
    pointer: `/query/${escapePointer(name)}`,
    message: `${id} declares no query parameter "${name}"${didYouMean(name, known)}`
  }))
}

function listMembers (value: unknown, shape: Shape, pointer: string): Undeclared[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => listMembers(item, shape.items, `${pointer}/${index}`))
  }
  if (!isObject(value) || shape.names.length === 0 || shape.isOpen) return []
  const found: Undeclared[] = []
  for (const [name, member] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(name)}`
    if (shape.names.includes(name)) found.push(...listMembers(member, shape.member(name), at))
    else found.push({ pointer: at, message: `the schema declares no "${name}"${didYouMean(name, shape.names)}` })
  }
  return found
}
