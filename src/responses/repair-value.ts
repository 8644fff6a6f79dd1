import type { ErrorObject } from 'ajv/dist/2020.js'
import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer, parseJsonPointer } from '../documents/json-pointer.ts'
import { define, ownMember } from '../documents/own-member.ts'
import { compilerOf } from '../schemas/schema-validator.ts'
import { isOfKind, kindsOf, valuesOf } from './facets.ts'
import { pick } from './make.ts'
import type { Run } from './make.ts'
import { NOTHING } from './schema-reader.ts'
import type { SchemaReader } from './schema-reader.ts'
import type { ValueMakers } from './value-makers.ts'

/** The tools that make new parts of a value. */
export interface RepairContext {
  readonly document: OpenApiDocument
  readonly makers: ValueMakers
  readonly reader: SchemaReader
  readonly run: Run
}

/** About how many optional members a new part has at most. */
const ROOM = 8

/** Returns a copy of a value in which the parts with errors are repaired, each as its error tells. */
export function repairValue (value: unknown, errors: readonly ErrorObject[], context: RepairContext): unknown {
  const root = { value: structuredClone(value) }
  for (const error of errors) {
    const target = targetOf(root, error.instancePath)
    if (target !== undefined) repair(target, { error, source: sourceOf(error, context.document), context })
  }
  return root.value
}

/** The place of a part to repair. */
interface RepairTarget {
  readonly holder: Record<string, unknown>
  readonly name: string
}

function targetOf (root: { value: unknown }, pointer: string): RepairTarget | undefined {
  let holder: unknown = root
  let name = 'value'
  for (const next of parseJsonPointer(pointer) ?? []) {
    holder = isHolder(holder) ? holder[name] : undefined
    name = next
  }
  return isHolder(holder) && Object.hasOwn(holder, name) ? { holder, name } : undefined
}

/** Tells whether a value is an object, or a list, whose members are its items. */
function isHolder (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Returns the schema of an error as it stands in the document: the validator has copies. */
function sourceOf ({ parentSchema }: ErrorObject, document: OpenApiDocument): Readonly<Record<string, unknown>> {
  const origin = parentSchema && compilerOf(document).originOf(parentSchema)
  const source = origin && getByPointer(document, origin.pointer)
  return isObject(source) ? source : {}
}

interface Damage {
  readonly error: ErrorObject
  /** The schema that the value breaks. */
  readonly source: Readonly<Record<string, unknown>>
  readonly context: RepairContext
}

function repair (target: RepairTarget, damage: Damage): void {
  const { context, error: { keyword, schema }, source } = damage
  const value = target.holder[target.name]
  if (keyword === 'oneOf' && repairChoice(target, damage)) return
  if (isObject(value) && repairObject(value, damage)) return
  if (Array.isArray(value) && repairList(value, damage)) return
  if (keyword === 'const') define(target.holder, target.name, schema)
  else if (!REPORTED_WITHIN.has(keyword)) put(target, makeNew(source, context))
}

/** The keywords whose errors are reported at the schemas within them too. */
const REPORTED_WITHIN: ReadonlySet<string> = new Set([
  'oneOf',
  'anyOf',
  'if',
  'not',
  'namedBranches',
  'required',
  'dependentRequired',
  'propertyNames'
])

/** Adds or removes members; returns whether the error is about members. */
function repairObject (object: Record<string, unknown>, damage: Damage): boolean {
  const { error: { keyword, params }, source } = damage
  const named = keyword === 'propertyNames' ? params.propertyName : undefined
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? named
  if (params.missingProperty !== undefined) addMember(object, String(params.missingProperty), damage)
  else if (extra !== undefined) removeMembers(object, [extra])
  else if (keyword === 'not' && isObject(source.not)) removeMembers(object, [source.not.required].flat())
  else return false
  return true
}

/** Keeps a value from fitting two alternatives of `oneOf`; returns whether that was the error. */
function repairChoice (target: RepairTarget, damage: Damage): boolean {
  const { context: { makers, run }, error: { params }, source } = damage
  const { passingSchemas: passing } = params
  if (!Array.isArray(passing) || !Array.isArray(source.oneOf)) return false
  const value = target.holder[target.name]
  if (isObject(value) && separate(value, damage)) return true
  const other = pick(source.oneOf.filter((_branch, index) => !passing.includes(index)), run.random)
  // An object without members fits many alternatives.
  const making: Run = { ...run, from: 'chance', optional: 1, isPlain: true, used: [] }
  put(target, makers.of([source, other], { decided: new Set([source.oneOf]) })(making, ROOM, 0))
  return true
}

/** Removes items; returns whether the error is about items. */
function repairList (list: unknown[], { error: { keyword, params } }: Damage): boolean {
  switch (keyword) {
    case 'maxItems':
    case 'unevaluatedItems':
      list.length = Math.min(list.length, Number(params.limit ?? params.len))
      return true
    case 'uniqueItems':
      list.splice(Number(params.i), 1)
      return true
    default:
      return false
  }
}

function makeNew (schema: unknown, { makers, run }: RepairContext): unknown {
  return makers.of([schema])({ ...run, from: 'chance', isPlain: true, used: [] }, ROOM, 0)
}

function put ({ holder, name }: RepairTarget, value: unknown): void {
  if (value !== undefined) define(holder, name, value)
}

function addMember (object: Record<string, unknown>, name: string, { context, source }: Damage): void {
  const schema = isObject(source.properties) ? ownMember(source.properties, name) : undefined
  put({ holder: object, name }, makeNew(schema, context))
}

function removeMembers (object: Record<string, unknown>, names: readonly unknown[]): void {
  for (const name of names) Reflect.deleteProperty(object, String(name))
}

/**
 * Keeps an object that fits two alternatives of `oneOf` from fitting the second: gives it a member that only the second
 * declares, with a value that it does not allow. Nothing else distinguishes open schemas. Returns whether it found such
 * a member.
 */
function separate (
  object: Record<string, unknown>,
  { context: { reader }, error: { params }, source }: Damage
): boolean {
  const [kept, other] = Array.isArray(params.passingSchemas) ? params.passingSchemas : []
  const branches = Array.isArray(source.oneOf) ? source.oneOf : []
  const known = membersOf(branches[kept], reader)
  for (const [name, schemas] of membersOf(branches[other], reader)) {
    if (known.has(name) || Object.hasOwn(object, name) || isClosed(branches[kept], reader)) continue
    const stranger = strangerTo(schemas, reader)
    if (stranger === undefined) continue
    define(object, name, stranger)
    return true
  }
  return false
}

/** Returns whether a schema takes no members but those that it declares. */
function isClosed (schema: unknown, reader: SchemaReader): boolean {
  return reader.listFacets([schema]).some(({ additionalProperties }) => additionalProperties === false)
}

/** Returns the members that a schema declares, each with its schemas. */
function membersOf (schema: unknown, reader: SchemaReader): Map<string, unknown[]> {
  const members = new Map<string, unknown[]>()
  for (const { properties } of reader.lay({ schemas: [schema], decided: NOTHING }).facets) {
    for (const [name, member] of Object.entries(isObject(properties) ? properties : {})) {
      members.set(name, [...members.get(name) ?? [], member])
    }
  }
  return members
}

/** One value of every kind. */
const STRANGERS: readonly unknown[] = [0, 'other', true, [], {}, null]

/** Returns a value that does not fit some schemas; `undefined` where all values fit, or it is unknown. */
function strangerTo (schemas: readonly unknown[], reader: SchemaReader): unknown {
  const { choices, facets } = reader.lay({ schemas, decided: NOTHING })
  if (choices.length > 0) return undefined
  const kinds = kindsOf(facets)
  const values = valuesOf(facets, kinds)
  if (values !== undefined) return STRANGERS.find(value => !values.includes(value))
  const isTyped = facets.some(({ type }) => type !== undefined)
  return isTyped ? STRANGERS.find(value => !isOfKind(value, kinds)) : undefined
}
