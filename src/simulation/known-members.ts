import type { Contract, Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import { shapeOf } from '../schemas/shape.ts'
import { CHANGE, CREATE } from '../vocabulary/step-words.ts'

/**
 * The members that the operations of a document give to the resources of a type; `any` where requests name
 * them.
 */
export interface KnownMembers {
  readonly shown: ReadonlySet<string> | 'any'
  readonly hidden: ReadonlySet<string> | 'any'
}

/** One step that gives members to the resources of a type. */
interface Giving {
  readonly type: string
  readonly step: JsonObject
  readonly operation: Operation
}

/**
 * Returns, by type, the members that a document's creations and changes set. It leaves out types that no
 * operation creates, as seeded resources may have any members. It returns nothing where a creation has a
 * mistake.
 */
export function listKnownMembers ({ document, operations }: Contract): Map<string, KnownMembers> {
  const types = toObject(toObject(toObject(document)['x-standin']).resources)
  const givings = operations.flatMap(listGivings)
  if (givings.some(giving => !isSound(giving, types))) return new Map()
  const known = new Map<string, KnownMembers>()
  for (const [type, ofType] of Map.groupBy(givings, ({ type }) => type)) {
    const isCreated = ofType.some(({ step }) => step.type !== undefined)
    if (!isCreated) continue
    known.set(type, {
      shown: allNames(ofType.map(({ operation, step }) => namesOf(step.members, operation))),
      hidden: allNames(ofType.map(({ operation, step }) => namesOf(step.hidden, operation)))
    })
  }
  return known
}

function listGivings (operation: Operation): Giving[] {
  const { create, find, patch, update } = toObject(toObject(operation.definition)['x-standin'])
  const type = String(toObject(create ?? find).type)
  const changes = [update, patch].filter(isObject).map(step => ({ type, step, operation }))
  return create === undefined ? changes : [{ type, step: toObject(create), operation }, ...changes]
}

function isSound ({ step, type }: Giving, types: object): boolean {
  const { hidden = {}, members = {} } = step
  const { properties } = 'type' in step ? CREATE : CHANGE
  const hasKnownWords = Object.keys(step).every(word => Object.hasOwn(properties, word))
  return hasKnownWords && type in types && isMembers(members) && isMembers(hidden)
}

function isMembers (value: unknown): boolean {
  return isObject(value) || (typeof value === 'string' && value.startsWith('$'))
}

/** Returns the names of members, or those that the schema of the request's body knows. */
function namesOf (members: unknown, operation: Operation): Iterable<string> | 'any' {
  if (typeof members === 'string') return namesInBody(members, operation)
  const names = Object.keys(toObject(members))
  return names.some(name => /^\$(?!\$)/.test(name)) ? 'any' : names.map(name => name.replace(/^\$\$/, '$'))
}

function namesInBody (expression: string, { body }: Operation): Iterable<string> | 'any' {
  const path = parseJsonPointer(/^\$request\.body(?:#(.*))?$/s.exec(expression)?.[1] ?? '')
  if (!expression.startsWith('$request.body') || path === undefined) return 'any'
  const shapes = (body?.content ?? []).map(({ schema }) =>
    path.reduce((shape, name) => shape.member(name), shapeOf(schema)))
  return allNames(shapes.map(({ isOpen, names }) => isOpen || names.length === 0 ? 'any' : names))
}

function allNames (lists: ReadonlyArray<Iterable<string> | 'any'>): Set<string> | 'any' {
  const names = new Set<string>()
  for (const list of lists) {
    if (list === 'any') return 'any'
    for (const name of list) names.add(name)
  }
  return names
}

function toObject (value: unknown): JsonObject {
  return isObject(value) ? value : {}
}
