import { isObject } from '../documents/is-object.ts'
import { unitsOf } from './budget.ts'
import type { Naming } from './named-draw.ts'
import { exclusionsOf } from './exclusions.ts'
import { kindsOf, valuesOf } from './facets.ts'
import type { Facets, Kind } from './facets.ts'
import { fakerValue } from './faker-value.ts'
import { listMaker } from './list-maker.ts'
import { END_DEPTH, LEAN_DEPTH, LENIENT_END_DEPTH, pick } from './make.ts'
import type { Make, MakeOptions, Makers } from './make.ts'
import { namedText } from './named-text.ts'
import { numberMaker } from './number-maker.ts'
import { objectMaker } from './object-maker.ts'
import { NOTHING } from './schema-reader.ts'
import type { Schema } from '../schemas/schema.ts'
import type { Choice, Laid, SchemaReader, Together } from './schema-reader.ts'
import { textMaker } from './text-maker.ts'
import { withExamples } from './with-examples.ts'
import { namedNumber } from './named-number.ts'

/** The probability that a value is null, where it may be null or something else. */
const NULLS = 0.1

/** How many values are drawn where some are excluded. */
const ATTEMPTS = 20

/** The units of a value's budget that an alternative without a value costs. */
const FAILURE_UNITS = 300

/** How many schemas that a value must fit together cost nothing but the value itself. */
const FREE_SCHEMAS = 50

/** The units of a value's budget that each further schema costs: alternatives within alternatives add up. */
const SCHEMA_UNITS = 2

/** The kinds of values that have no parts. */
const PLAIN_KINDS: readonly Kind[] = ['string', 'integer', 'boolean']

/** How many makers are kept: alternatives within alternatives have no other bound. */
const MOST_KEPT = 20_000

type NamedTogether = Together & Pick<MakeOptions, 'naming'>

/** The makers of values of a document's schemas. Each is prepared when it is first used, and kept. */
export class ValueMakers implements Makers {
  readonly #reader: SchemaReader
  readonly #byKey = new Map<string, Make>()
  readonly #numbers = new WeakMap<object, number>()
  #count = 0

  constructor (reader: SchemaReader) {
    this.#reader = reader
  }

  /** Returns the maker of values that fit some schemas together. */
  of (schemas: readonly unknown[], { decided = NOTHING, naming }: MakeOptions = {}): Make {
    const together = { schemas: schemas.filter(schema => schema === false || isObject(schema)), decided, naming }
    const called = naming === undefined ? '' : `${naming.name} ${naming.owner}`
    const key = `${this.#numbersOf(together.schemas)}|${this.#numbersOf([...decided])}|${called}`
    let make = this.#byKey.get(key)
    if (make === undefined) {
      make = this.#lazy(together)
      if (this.#byKey.size >= MOST_KEPT) this.#byKey.clear()
      this.#byKey.set(key, make)
    }
    return make
  }

  isHidden (schemas: readonly unknown[]): boolean {
    return this.#reader.isHidden(schemas)
  }

  #numbersOf (schemas: readonly unknown[]): string {
    return schemas.map(schema => this.#numberOf(schema)).join()
  }

  #numberOf (schema: unknown): number {
    if (typeof schema !== 'object' || schema === null) return 0
    let number = this.#numbers.get(schema)
    if (number === undefined) {
      number = ++this.#count
      this.#numbers.set(schema, number)
    }
    return number
  }

  /** Returns a maker before it is prepared: a schema may contain itself. */
  #lazy (together: NamedTogether): Make {
    const units = SCHEMA_UNITS * Math.max(0, together.schemas.length - FREE_SCHEMAS)
    let ready: Make | undefined
    return (run, room, depth) => {
      if (depth > (run.isLenient ? LENIENT_END_DEPTH : END_DEPTH) || !run.budget.takeValue()) return undefined
      if (run.budget.take(units) < units) return undefined
      ready ??= this.#prepare(together)
      return ready(run, room, depth)
    }
  }

  #prepare (together: NamedTogether): Make {
    const { choices, facets, isImpossible } = this.#lay(together)
    if (isImpossible) return this.#leniently(together.schemas.filter(schema => schema !== false), together.decided)
    const [choice] = choices
    const make = choice === undefined ? this.#plain(facets, together.naming) : this.#chosen(choice, together)
    // Once a choice is made, it is known which examples are foreign.
    return choices.some(({ hasForeignExamples }) => hasForeignExamples?.()) ? make : withExamples(facets, make)
  }

  /** Lays schemas open so that a value fits both readings of each, unless they exclude each other. */
  #lay (together: Together): Laid {
    const laid = this.#reader.lay(together)
    return laid.isNarrowed && isContradictory(laid.facets) ? this.#reader.lay(together, 'wide') : laid
  }

  /** Returns a maker for schemas that no value fits: a lenient run makes a value of fewer schemas. */
  #leniently (schemas: readonly unknown[], decided = NOTHING): Make {
    return (run, room, depth) => run.isLenient ? this.of(schemas, { decided })(run, room, depth + 1) : undefined
  }

  #plain (facets: Facets, naming?: Naming): Make {
    const kinds = kindsOf(facets)
    const isExcluded = exclusionsOf(facets)
    const values = valuesOf(facets, kinds)?.filter(value => isExcluded?.(value) !== true)
    if (values !== undefined) {
      if (values.length > 0) return stated(values)
      return this.#leniently(facets.map(withoutValues).map(alone))
    }
    if (kinds.length === 0) {
      const [typed] = facets.filter(({ type }) => type !== undefined)
      return this.#leniently(typed === undefined ? [] : [alone(typed)])
    }
    if (isExcluded === undefined) return fakerValue(facets, kinds, this.#ofLikelyKinds(kinds, facets, naming))
    const possible = kinds.filter(kind => kind !== 'null' || !isExcluded(null))
    return drawnUntil(value => !isExcluded(value), this.#ofKinds(possible, facets, naming))
  }

  /** Makes a value of another kind where there is none of the kind that keywords imply, but do not state. */
  #ofLikelyKinds (kinds: readonly Kind[], facets: Facets, naming?: Naming): Make {
    const make = this.#ofKinds(kinds, facets, naming)
    if (facets.some(({ type }) => type !== undefined)) return make
    const others = this.#ofKinds(PLAIN_KINDS.filter(kind => !kinds.includes(kind)), facets)
    return (run, room, depth) => {
      const value = make(run, room, depth)
      const isFinal = value !== undefined || run.isLenient || run.budget.isSpent || depth > LEAN_DEPTH
      return isFinal ? value : others(run, room, depth)
    }
  }

  #ofKinds (kinds: readonly Kind[], facets: Facets, naming?: Naming): Make {
    const makes = kinds.filter(kind => kind !== 'null').map(kind => this.#ofKind(kind, facets, naming))
    const [only] = makes
    if (!kinds.includes('null')) {
      if (makes.length === 1 && only !== undefined) return only
      return (run, room, depth) => pick(makes, run.random)?.(run, room, depth)
    }
    return (run, room, depth) => {
      const isNull = makes.length === 0 || depth > LEAN_DEPTH || run.random.fraction() < NULLS
      return isNull ? null : pick(makes, run.random)?.(run, room, depth) ?? null
    }
  }

  #ofKind (kind: Exclude<Kind, 'null'>, facets: Facets, naming?: Naming): Make {
    switch (kind) {
      case 'object': return objectMaker(facets, this, naming)
      case 'array': return listMaker(facets, this, naming)
      case 'string': return namedText(facets, textMaker(facets), naming)
      case 'boolean': return ({ random }) => random.fraction() < 0.5
      default: {
        const isWhole = kind === 'integer'
        const make = numberMaker(facets, isWhole)
        return naming === undefined ? make : namedNumber(facets, make, { ...naming, isWhole })
      }
    }
  }

  /** Tries one branch after the other, from one that is drawn; far below the root, from the plainest. */
  #chosen ({ branches, lastResorts = 0, source }: Choice, { decided, naming, schemas }: NamedTogether): Make {
    const nowDecided = new Set([...decided, source])
    const makes = branches().map(branch => ({
      make: prepared(() => this.of([...schemas, ...branch], { decided: nowDecided, naming })),
      isPlain: !branch.some(hasParts)
    }))
    const last = makes.splice(makes.length - lastResorts)
    const plainest = makes.toSorted((a, b) => Number(b.isPlain) - Number(a.isPlain))
    return (run, room, depth) => {
      const isLean = depth > LEAN_DEPTH
      const start = isLean ? 0 : run.random.below(makes.length)
      for (let index = 0; index < makes.length; index++) {
        const value = (isLean ? plainest : makes)[(start + index) % makes.length]?.make(run, room, depth)
        if (value !== undefined) return value
        run.budget.take(FAILURE_UNITS)
      }
      for (const { make } of last) {
        const value = make(run, room, depth)
        if (value !== undefined) return value
      }
      return run.isLenient ? this.of(schemas, { decided: nowDecided, naming })(run, room, depth) : undefined
    }
  }
}

/** Returns a maker that is found when it is first used: most alternatives of many never are. */
function prepared (find: () => Make): Make {
  let make: Make | undefined
  return (run, room, depth) => {
    make ??= find()
    return make(run, room, depth)
  }
}

function isContradictory (facets: Facets): boolean {
  const kinds = kindsOf(facets)
  return kinds.length === 0 || valuesOf(facets, kinds)?.length === 0
}

function hasParts (schema: unknown): boolean {
  if (!isObject(schema)) return false
  const { $ref, items, properties } = schema
  return $ref !== undefined || properties !== undefined || items !== undefined
}

/** Returns a schema without the schemas that it refers to or is composed of. */
function alone (schema: Schema): Schema {
  const { $ref: _ref, $dynamicRef: _dynamicRef, allOf: _allOf, anyOf: _anyOf, oneOf: _oneOf, ...facet } = schema
  return facet
}

/** Returns a maker of one of some values that a document states. */
function stated (values: readonly unknown[]): Make {
  const units = new Map<unknown, number>()
  return ({ budget, random }) => {
    const value = pick(values, random)
    if (typeof value === 'object' || typeof value === 'string') budget.take(units.get(value) ?? measure(value))
    return value
  }

  function measure (value: unknown): number {
    const measured = unitsOf(value)
    units.set(value, measured)
    return measured
  }
}

function withoutValues ({ const: _value, enum: _values, ...facet }: Schema): Schema {
  return facet
}

/** Returns a maker whose values pass a test, those of a lenient run apart. */
function drawnUntil (passes: (value: unknown) => boolean, make: Make): Make {
  return (run, room, depth) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const value = make(run, room, depth)
      if (value === undefined || run.isLenient || passes(value)) return value
    }
    return undefined
  }
}
