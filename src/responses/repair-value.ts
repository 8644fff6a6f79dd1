import type { ErrorObject } from 'ajv/dist/2020.js'
import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer, parsePointer } from '../documents/json-pointer.ts'
import { compilerOf } from '../schemas/schema-validator.ts'
import type { Run } from './make.ts'
import type { SchemaReader } from './schema-reader.ts'
import { setApart } from './set-apart.ts'
import type { ValueMakers } from './value-makers.ts'

/** What new parts of a value are made with. */
export interface RepairContext {
  readonly document: OpenApiDocument
  readonly makers: ValueMakers
  readonly reader: SchemaReader
  readonly run: Run
}

/** What is made anew is small. */
const ROOM = 8

/** Puts right what a validator found wrong with a value, each place by what is said of it; the value itself stays as it is. */
export function repairValue (value: unknown, errors: readonly ErrorObject[], means: RepairContext): unknown {
  const root = { value: structuredClone(value) }
  for (const error of errors) {
    const place = placeOf(root, error.instancePath)
    if (place !== undefined) repair(place, { error, source: sourceOf(error, means.document), means })
  }
  return root.value
}

/** Where a value stands that is wrong. */
interface RepairTarget {
  readonly holder: Record<string, unknown>
  readonly name: string
}

function placeOf (root: { value: unknown }, pointer: string): RepairTarget | undefined {
  let holder: unknown = root
  let name = 'value'
  for (const next of parsePointer(pointer) ?? []) {
    holder = isHolder(holder) ? holder[name] : undefined
    name = next
  }
  return isHolder(holder) && Object.hasOwn(holder, name) ? { holder, name } : undefined
}

/** An object, or a list, whose members are its items. */
function isHolder (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The schema that was broken, or one that says the same, as it stands in the document: the validator has copies. */
function sourceOf ({ parentSchema }: ErrorObject, document: OpenApiDocument): Readonly<Record<string, unknown>> {
  const origin = parentSchema && compilerOf(document).originOf(parentSchema)
  const source = origin && getByPointer(document, origin.pointer)
  return isObject(source) ? source : {}
}

interface Damage {
  readonly error: ErrorObject
  readonly source: Readonly<Record<string, unknown>>
  readonly means: RepairContext
}

function repair (place: RepairTarget, damage: Damage): void {
  const { error: { keyword, params, schema }, means, source } = damage
  const value = place.holder[place.name]
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? (keyword === 'propertyNames' ? params.propertyName : undefined)
  if (isObject(value)) {
    if (params.missingProperty !== undefined) return addMember(value, String(params.missingProperty), damage)
    if (extra !== undefined) return removeMembers(value, [extra])
    if (keyword === 'not' && isObject(source.not)) return removeMembers(value, [source.not.required].flat())
    if (keyword === 'oneOf') return separate(value, damage)
  }
  if (Array.isArray(value)) {
    if (keyword === 'maxItems' || keyword === 'unevaluatedItems') value.length = Math.min(value.length, Number(params.limit ?? params.len))
    if (keyword === 'uniqueItems') value.splice(Number(params.i), 1)
    if (keyword === 'maxItems' || keyword === 'unevaluatedItems' || keyword === 'uniqueItems') return
  }
  if (keyword === 'const') place.holder[place.name] = schema
  else if (!TOLD_ELSEWHERE.has(keyword)) put(place, makeNew(source, means))
}

/** What is said of these is said of the schemas within them as well. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'if', 'not', 'namedBranches', 'required', 'dependentRequired', 'propertyNames'])

function makeNew (schema: unknown, { makers, run }: RepairContext): unknown {
  return makers.of([schema])({ ...run, from: 'chance', used: [] }, ROOM, 0)
}

function put ({ holder, name }: RepairTarget, value: unknown): void {
  if (value !== undefined) holder[name] = value
}

function addMember (object: Record<string, unknown>, name: string, { means, source }: Damage): void {
  const schema = isObject(source.properties) ? source.properties[name] : undefined
  if (name !== '__proto__') put({ holder: object, name }, makeNew(schema, means))
}

function removeMembers (object: Record<string, unknown>, names: readonly unknown[]): void {
  for (const name of names) Reflect.deleteProperty(object, String(name))
}

/** Of alternatives of which one may fit, two do. */
function separate (object: Record<string, unknown>, { error: { params }, means, source }: Damage): void {
  const [kept, other] = Array.isArray(params.passingSchemas) ? params.passingSchemas : []
  const branches = Array.isArray(source.oneOf) ? source.oneOf : []
  if (other !== undefined) setApart(object, [branches[kept], branches[other]], means.reader)
}
