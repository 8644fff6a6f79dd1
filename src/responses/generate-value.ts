import type { ErrorObject } from 'ajv/dist/2020.js'
import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { getByPointer, parseJsonPointer } from '../documents/json-pointer.ts'
import { isUnvalidated } from '../schemas/schema-compiler.ts'
import type { Validate } from '../schemas/schema-compiler.ts'
import type { Direction } from '../schemas/schema-variant.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { Random } from '../worlds/random.ts'
import type { World } from '../worlds/world.ts'
import { arrangeValue } from './arrange-value.ts'
import { Budget, unitsOf } from './budget.ts'
import { readAsked } from './count-edits.ts'
import { drawAnew } from './draw.ts'
import type { Draw } from './draw.ts'
import type { GeneratedFrom, Make, Run, UsedExample } from './make.ts'
import type { Naming } from './named-draw.ts'
import { repairValue } from './repair-value.ts'
import type { RepairContext } from './repair-value.ts'
import { SchemaReader } from './schema-reader.ts'
import { ValueMakers } from './value-makers.ts'

export type GenerateValue = (draw: Draw) => Generated

/** A value that was generated from a schema. */
export interface Generated {
  readonly value: unknown
  /** Whether the value fits its schema. Where it does not, no value that fits was found. */
  readonly fits: boolean
}

/** About how many optional members a value has at most. */
const ROOM = 400

/** About how many optional members each item has more where the request asks for a number of items. */
const ITEM_ROOM = 40

/** The probability of optional members, by attempt: all are present at first, and fewer where no such value fits. */
const ATTEMPTS = [1, 1, 1, 0.5, 0.5, 0.5, 0, 0, 0]

/** How many units a value may have that breaks its schema anyway. */
const LENIENT_UNITS = 20_000

/** How many times a value is repaired before another is generated. */
const REPAIRS = 8

/** Creates the function that generates values of a schema from a world's seed, another one each time. */
export function generatorOf (
  reference: SchemaReference,
  direction: Direction = 'response'
): (world: World, from: GeneratedFrom) => Generated {
  const generate = seededGeneratorOf(reference, direction)
  return (world, from) => generate(drawAnew(world, from)(''))
}

/**
 * Creates the function that generates values of a schema: the same value from the same seed. They fit the schema: a
 * value that does not is repaired, or another is generated. Where none fits, it returns one that nearly does, and the
 * validation of responses reports its violations.
 */
export function seededGeneratorOf (reference: SchemaReference, direction: Direction): GenerateValue {
  const { document, pointer } = reference
  const { makers, reader } = toolsOf(document, direction)
  const make = makers.of([getByPointer(document, pointer)], { naming: namingOf(pointer) })
  const context: GenerateContext = { document, make, makers, reader, validate: schemaValidator(reference, direction) }
  let isHopeless = false
  const generate = (draw: Draw, items: number | undefined): Generated => {
    const { from, locale, now, seed } = draw
    const settings = { from, locale, now, items }
    let first: unknown
    const budget = new Budget()
    for (const [index, optional] of (isHopeless ? [] : ATTEMPTS).entries()) {
      const ownSeed = index === 0 ? seed : `${seed} ${index}`
      const { value, fits, used } = attempt(context, { ...settings, seed: ownSeed, optional, isLenient: false, budget })
      if (fits) return arranged(value, used, draw, context)
      first ??= value
      if (budget.isSpent) break
    }
    // As many items as the request asks for may be too large together.
    if (budget.isSpent && items !== undefined) return generate(draw, undefined)
    // Parts of the schema exclude each other, whatever the seed.
    isHopeless ||= first === undefined
    if (first !== undefined) return { value: first, fits: false }
    const lenient = { ...settings, seed, optional: 1, isLenient: true, budget: new Budget(LENIENT_UNITS) }
    const { fits, value } = attempt(context, lenient)
    return { value, fits }
  }
  return draw => generate(draw, itemsFor(draw))
}

/** The most items that a list has because its request asks for so many. */
const MOST_ITEMS = 100

/** Returns how many items a list has on the page that a request asks for; `undefined` where it does not say. */
function itemsFor ({ reply }: Draw): number | undefined {
  if (reply === undefined || reply.status >= 300) return undefined
  const { limit } = readAsked(reply.request)
  return limit === undefined ? undefined : Math.min(MOST_ITEMS, limit)
}

/** Returns the name of a schema that is a component of its own, as that of what it describes. */
function namingOf (pointer: string): Naming | undefined {
  const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(pointer) ?? []
  return name === undefined ? undefined : { name, owner: '' }
}

/** Returns a value that fits, arranged as far as it fits then. */
function arranged (value: unknown, used: readonly UsedExample[], draw: Draw, { validate }: GenerateContext): Generated {
  const fixed = new Set(used.map(example => example.value))
  const fits = (candidate: unknown): boolean => validate(candidate) === undefined
  return { value: arrangeValue(value, { draw, fixed, fits }), fits: true }
}

interface GenerateContext extends Omit<RepairContext, 'run'> {
  readonly make: Make
  readonly validate: Validate
}

interface Attempt extends Pick<Run, 'budget' | 'from' | 'isLenient' | 'items' | 'locale' | 'now' | 'optional'> {
  readonly seed: string
}

interface Attempted extends Generated {
  readonly used: readonly UsedExample[]
}

/** Makes one value; again without the examples that do not fit, and repaired where something else does not. */
function attempt (context: GenerateContext, { seed, ...settings }: Attempt): Attempted {
  const { make, validate, ...tools } = context
  const { budget } = settings
  for (;;) {
    const used: UsedExample[] = []
    const run: Run = { ...settings, random: new Random(seed), used }
    let value = makeWhole(make, run)
    if (value === undefined) return { value: run.isLenient ? null : undefined, fits: false, used }
    if (run.isLenient || budget.isSpent) return { value, fits: false, used }
    let errors = validate(value)
    if (errors === undefined) return { value, fits: true, used }
    if (isUnvalidated(errors)) budget.take(budget.left)
    if (passOver(used, value, errors)) continue
    for (let count = 0; count < REPAIRS; count++) {
      budget.take(unitsOf(value))
      if (budget.isSpent) break
      value = repairValue(value, errors, { ...tools, run })
      errors = validate(value)
      if (errors === undefined) return { value, fits: true, used }
    }
    return { value, fits: false, used }
  }
}

/** Makes a value; spends the budget, and returns `undefined`, where the schemas are nested too deeply for the stack. */
function makeWhole (make: Make, run: Run): unknown {
  try {
    return make(run, ROOM + ITEM_ROOM * (run.items ?? 0), 0)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    run.budget.take(run.budget.left)
    return undefined
  }
}

/** How many errors are looked at for examples that do not fit. */
const MOST_ERRORS = 100

/** Ignores the examples with an error from now on; returns whether there are any. */
function passOver (used: readonly UsedExample[], value: unknown, errors: readonly ErrorObject[]): boolean {
  const first = errors.slice(0, MOST_ERRORS)
  const wrong = used.filter(example => first.some(error => isErrorOf(example.value, error, value)))
  for (const example of wrong) example.passOver()
  return wrong.length > 0
}

function isErrorOf (example: unknown, { data, instancePath }: ErrorObject, root: unknown): boolean {
  return data === example || (typeof example === 'object' && leadsThrough(root, instancePath, example))
}

function leadsThrough (root: unknown, pointer: string, part: unknown): boolean {
  let value = root
  for (const name of parseJsonPointer(pointer) ?? []) {
    if (value === part) return true
    // The pointer of an error leads to a value.
    value = (value as Record<string, unknown>)[name]
  }
  return value === part
}

type Tools = Pick<RepairContext, 'makers' | 'reader'>

const known: Record<Direction, WeakMap<OpenApiDocument, Tools>> = { request: new WeakMap(), response: new WeakMap() }

/** Returns the makers of a document's schemas, which all of its operations share. */
function toolsOf (document: OpenApiDocument, direction: Direction): Tools {
  let tools = known[direction].get(document)
  if (tools === undefined) {
    const reader = new SchemaReader(document, direction)
    tools = { reader, makers: new ValueMakers(reader) }
    known[direction].set(document, tools)
  }
  return tools
}
