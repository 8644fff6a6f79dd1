import { isObject } from '../documents/is-object.ts'
import { kindsOf, valuesOf } from './facets.ts'
import type { Kind } from './facets.ts'
import { listMaker } from './list-maker.ts'
import { END_DEPTH, LEAN_DEPTH, pick } from './make.ts'
import type { Make, Makers } from './make.ts'
import { numberMaker } from './number-maker.ts'
import { objectMaker } from './object-maker.ts'
import { NOTHING } from './schema-reader.ts'
import type { Choice, Schema, SchemaReader, Together } from './schema-reader.ts'
import { textMaker } from './text-maker.ts'
import { withExamples } from './with-examples.ts'

/** How often a value is null that may be something else. */
const NULLS = 0.1

/** The makers of values of a document's schemas; each is made ready when it is first used, and kept. */
export class ValueMakers implements Makers {
  readonly #reader: SchemaReader
  readonly #byKey = new Map<string, Make>()
  readonly #numbers = new WeakMap<object, number>()
  #count = 0

  constructor (reader: SchemaReader) {
    this.#reader = reader
  }

  /** The maker of values that fit some schemas together. */
  of (schemas: readonly unknown[], decided: ReadonlySet<object> = NOTHING): Make {
    const together = { schemas: schemas.filter(schema => schema === false || isObject(schema)), decided }
    const key = `${together.schemas.map(schema => this.#numberOf(schema)).join()}|${[...decided].map(source => this.#numberOf(source)).join()}`
    let make = this.#byKey.get(key)
    if (make === undefined) this.#byKey.set(key, make = this.#lazy(together))
    return make
  }

  isHidden (schemas: readonly unknown[]): boolean {
    return this.#reader.isHidden(schemas)
  }

  #numberOf (schema: unknown): number {
    if (typeof schema !== 'object' || schema === null) return 0
    let number = this.#numbers.get(schema)
    if (number === undefined) this.#numbers.set(schema, number = ++this.#count)
    return number
  }

  /** A schema may contain itself: its maker is there before it is ready. */
  #lazy (together: Together): Make {
    let ready: Make | undefined
    return (run, room, depth) => {
      if (depth > END_DEPTH) return undefined
      ready ??= this.#prepare(together)
      return ready(run, room, depth)
    }
  }

  #prepare (together: Together): Make {
    const { choices: [choice], facets, isImpossible } = this.#reader.lay(together)
    if (isImpossible) return this.#leniently({ ...together, schemas: together.schemas.filter(schema => schema !== false) })
    return withExamples(facets, choice === undefined ? this.#plain(facets) : this.#chosen(choice, together))
  }

  /** Nothing fits; the best that can be done is to go by less. */
  #leniently ({ decided, schemas }: Together): Make {
    return (run, room, depth) => run.isLenient ? this.of(schemas, decided)(run, room, depth + 1) : undefined
  }

  #plain (facets: readonly Schema[]): Make {
    const kinds = kindsOf(facets)
    const values = valuesOf(facets, kinds)?.filter(value => !isForbidden(value, facets))
    if (values !== undefined) return values.length === 0 ? this.#leniently({ schemas: facets.map(withoutValues).map(alone), decided: NOTHING }) : ({ random }) => pick(values, random)
    if (kinds.length === 0) return this.#leniently({ schemas: facets.filter(({ type }) => type !== undefined).slice(0, 1).map(alone), decided: NOTHING })
    const makes = kinds.filter(kind => kind !== 'null').map(kind => this.#ofKind(kind, facets))
    const [only] = makes
    if (!kinds.includes('null')) return makes.length === 1 && only !== undefined ? only : (run, room, depth) => pick(makes, run.random)?.(run, room, depth)
    return (run, room, depth) => {
      const isNull = makes.length === 0 || depth > LEAN_DEPTH || run.random.fraction() < NULLS
      return isNull ? null : pick(makes, run.random)?.(run, room, depth) ?? null
    }
  }

  #ofKind (kind: Exclude<Kind, 'null'>, facets: readonly Schema[]): Make {
    switch (kind) {
      case 'object': return objectMaker(facets, this)
      case 'array': return listMaker(facets, this)
      case 'string': return textMaker(facets)
      case 'boolean': return ({ random }) => random.fraction() < 0.5
      default: return numberMaker(facets, kind === 'integer')
    }
  }

  /** One branch after the other is tried, from one that is drawn; far down, from the plainest. */
  #chosen ({ branches, source }: Choice, { decided, schemas }: Together): Make {
    const makes = branches().map(branch => ({
      make: this.of([...schemas, ...branch], new Set([...decided, source])),
      isPlain: !branch.some(schema => isObject(schema) && (schema.$ref !== undefined || schema.properties !== undefined || schema.items !== undefined))
    }))
    const plainest = makes.toSorted((a, b) => Number(b.isPlain) - Number(a.isPlain))
    return (run, room, depth) => {
      const isLean = depth > LEAN_DEPTH
      const start = isLean ? 0 : run.random.below(makes.length)
      for (let index = 0; index < makes.length; index++) {
        const value = (isLean ? plainest : makes)[(start + index) % makes.length]?.make(run, room, depth)
        if (value !== undefined) return value
      }
      return undefined
    }
  }
}

/** What a schema says by itself. */
function alone ({ $ref: _ref, $dynamicRef: _dynamicRef, allOf: _allOf, anyOf: _anyOf, oneOf: _oneOf, ...facet }: Schema): Schema {
  return facet
}

function withoutValues ({ const: _value, enum: _values, ...facet }: Schema): Schema {
  return facet
}

function isForbidden (value: unknown, facets: readonly Schema[]): boolean {
  return facets.some(({ not }) => isObject(not) && (not.const === value || (Array.isArray(not.enum) && not.enum.includes(value))))
}
