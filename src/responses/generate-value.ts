import type { ErrorObject } from 'ajv/dist/2020.js'
import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { getByPointer, parsePointer } from '../documents/json-pointer.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import type { Validate } from '../schemas/schema-compiler.ts'
import { Random } from '../worlds/random.ts'
import type { World } from '../worlds/world.ts'
import type { GeneratedFrom, Make, Run, UsedExample } from './make.ts'
import { repairValue } from './repair-value.ts'
import type { RepairContext } from './repair-value.ts'
import { SchemaReader } from './schema-reader.ts'
import { ValueMakers } from './value-makers.ts'
import type { Direction } from '../schemas/schema-variant.ts'

export type GenerateValue = (world: World, from: GeneratedFrom) => Generated

/** A value that was made of a schema. */
export interface Generated {
  readonly value: unknown
  /** Whether it fits its schema. Where it does not, there is no such value as far as is known. */
  readonly fits: boolean
}

/** How many members a value has at most that need not be there, about. */
const ROOM = 400

/** How likely a member is that need not be there: at first all are, and where no such value fits, fewer and fewer. */
const ATTEMPTS = [1, 1, 1, 0.5, 0.5, 0.5, 0, 0, 0]

/** How often what is wrong with a value is put right before another is made. */
const REPAIRS = 8

/**
 * Makes the function that makes values of a schema. They follow from the world's seed and fit the schema: one that does not is repaired,
 * or another made. Where none fits after a few, one is given that nearly does, and the check of answers says what is wrong with it.
 */
export function generatorOf (reference: SchemaReference, direction: Direction = 'response'): GenerateValue {
  const { makers, reader } = toolsOf(reference.document, direction)
  const make = makers.of([getByPointer(reference.document, reference.pointer)])
  const means: GenerateContext = { document: reference.document, make, makers, reader, validate: schemaValidator(reference, direction) }
  let isHopeless = false
  return (world, from) => {
    const seed = world.seedFor(`generated ${world.store.nextNumber('generated', 0)}`)
    let first: unknown
    for (const [index, optional] of (isHopeless ? [] : ATTEMPTS).entries()) {
      const { value, fits } = attempt(means, { seed: index === 0 ? seed : `${seed} ${index}`, from, optional, isLenient: false })
      if (fits) return { value, fits }
      first ??= value
    }
    // Its own parts exclude each other, which no other seed will change.
    isHopeless ||= first === undefined
    return first === undefined ? attempt(means, { seed, from, optional: 1, isLenient: true }) : { value: first, fits: false }
  }
}

interface GenerateContext extends Omit<RepairContext, 'run'> {
  readonly make: Make
  readonly validate: Validate
}

interface Attempt extends Pick<Run, 'from' | 'isLenient' | 'optional'> {
  readonly seed: string
}

/** Makes one value; again, without the examples that do not fit, and repaired where something else does not. */
function attempt ({ make, validate, ...means }: GenerateContext, { seed, ...how }: Attempt): Generated {
  for (;;) {
    const run: Run = { ...how, random: new Random(seed), used: [] }
    let value = make(run, ROOM, 0)
    if (value === undefined) return { value: how.isLenient ? null : undefined, fits: false }
    if (how.isLenient) return { value, fits: false }
    let errors = validate(value)
    if (errors === undefined) return { value, fits: true }
    if (passOver(run.used, value, errors)) continue
    for (let count = 0; count < REPAIRS; count++) {
      value = repairValue(value, errors, { ...means, run })
      errors = validate(value)
      if (errors === undefined) return { value, fits: true }
    }
    return { value, fits: false }
  }
}

/** Passes over the examples in a value of which something is wrong; answers whether there are any. */
function passOver (used: readonly UsedExample[], value: unknown, errors: readonly ErrorObject[]): boolean {
  const wrong = used.filter(example => errors.some(({ data, instancePath }) => data === example.value || (typeof example.value === 'object' && leadsThrough(value, instancePath, example.value))))
  for (const example of wrong) example.passOver()
  return wrong.length > 0
}

function leadsThrough (root: unknown, pointer: string, part: unknown): boolean {
  let value = root
  for (const name of parsePointer(pointer) ?? []) {
    if (value === part) return true
    // What an error points to is there.
    value = (value as Record<string, unknown>)[name]
  }
  return value === part
}

type Tools = Pick<RepairContext, 'makers' | 'reader'>

const known: Record<Direction, WeakMap<OpenApiDocument, Tools>> = { request: new WeakMap(), response: new WeakMap() }

/** The makers of a document's schemas, which all of its operations share. */
function toolsOf (document: OpenApiDocument, direction: Direction): Tools {
  let tools = known[direction].get(document)
  if (tools === undefined) {
    const reader = new SchemaReader(document, direction)
    known[direction].set(document, tools = { reader, makers: new ValueMakers(reader) })
  }
  return tools
}
