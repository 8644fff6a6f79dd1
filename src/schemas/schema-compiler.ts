import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { OpenApiDocument } from '../contract/contract.ts'
import { SchemaCopies } from './schema-copies.ts'
import type { SchemaCopy } from './schema-copies.ts'
import type { Direction, Origin, SchemaVariant } from './schema-variant.ts'
import { plainVariant } from './schema-variant.ts'
import { boundWork, TooMuchWork } from './bound-work.ts'
import { createAjv } from './create-ajv.ts'

/** A part of a document's schema that cannot be used. */
export interface SchemaProblem {
  readonly pointer: string
  readonly message: string
}

/** Reports, once, what has been left out of a schema. */
export type ReportSchemaProblem = (problem: SchemaProblem) => void

/** Returns what is wrong with a value; `undefined` where it fits. */
export type Validate = (value: unknown) => readonly ErrorObject[] | undefined

const FITS_ALL: Validate = () => undefined

/** The error for values that are nested too deeply to validate: the stack overflows. */
const TOO_DEEP: readonly ErrorObject[] = [{
  instancePath: '',
  schemaPath: '',
  keyword: 'depth',
  params: {},
  message: 'must be nested less deeply'
}]

/** The error for values that take too much work to validate: alternatives within alternatives double it. */
const TOO_MUCH: ErrorObject = {
  instancePath: '',
  schemaPath: '',
  keyword: 'work',
  params: {},
  message: 'must be simpler to validate'
}

/** The problem of a schema that overflows the stack when it is compiled. */
export const NESTED_TOO_DEEPLY = 'is nested too deeply to be compiled, so all values fit'

/** The most calls of functions to validate one value, and again to find all of its errors. */
const MOST_CALLS = 1_000_000

/** Returns whether errors only say that a value could not be validated. */
export function isUnvalidated (errors: readonly ErrorObject[]): boolean {
  return errors === TOO_DEEP || errors[0]?.keyword === TOO_MUCH.keyword
}

/**
 * Compiles the schemas of one document, each when it is first needed; leaves out what cannot be
 * used in them, and lists it. Nearly all values fit, and code that only tells whether one does is
 * half as long: the code that finds all errors is compiled when there first is one.
 */
export class SchemaCompiler {
  readonly #checks = createAjv({ allErrors: false, verbose: false, messages: false })
  readonly #allowChecking = boundWork(this.#checks)
  #finds: Ajv2020 | undefined
  #allowFinding: (calls: number) => void = () => {}
  readonly #copies: SchemaCopies
  readonly #copied = new Map<string, SchemaCopy['schema']>()
  readonly #compiled = new Map<string, Validate>()
  /**
   * Validators by the text of the schema: many schemas of a document say the same, those of
   * parameters above all.
   */
  readonly #compiledByText = new Map<string, Validate>()
  readonly #problems = new Map<string, SchemaProblem>()
  readonly #report: ReportSchemaProblem

  constructor (document: OpenApiDocument, report: ReportSchemaProblem = () => {}) {
    this.#copies = new SchemaCopies(document, (pointer, message) => this.#note(pointer, message))
    this.#report = report
  }

  /** Returns what has been left out so far. */
  get problems (): readonly SchemaProblem[] {
    return [...this.#problems.values()]
  }

  compile (pointer: string, direction: Direction | undefined): Validate {
    return this.compileVariant(pointer, plainVariant(direction))
  }

  compileVariant (pointer: string, variant: SchemaVariant): Validate {
    const key = this.#copies.keyOf(pointer, variant)
    const known = this.#compiled.get(key)
    if (known !== undefined) return known
    try {
      this.#addCopies()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#note(pointer, NESTED_TOO_DEEPLY)
    }
    const validate = this.#compileCopy(key, pointer)
    this.#compiled.set(key, validate)
    return validate
  }

  #addCopies (): void {
    for (const { key, schema } of this.#copies.makeCopies()) {
      this.#copied.set(key, schema)
      this.#checks.addSchema(schema, key)
      this.#finds?.addSchema(schema, key)
    }
    if (this.#copies.namesInherited) this.#lookForOwn()
  }

  originOf (schema: object): Origin | undefined {
    return this.#copies.originOf(schema)
  }

  #compileCopy (key: string, pointer: string): Validate {
    const text = textOf(this.#copied.get(key))
    const known = text === undefined ? undefined : this.#compiledByText.get(text)
    if (known !== undefined) return known
    const validate = this.#compileKey(key, pointer)
    if (validate !== undefined && text !== undefined) this.#compiledByText.set(text, validate)
    return validate ?? FITS_ALL
  }

  /** Returns `undefined`, and reports it, where a schema cannot be compiled. */
  #compileKey (key: string, pointer: string): Validate | undefined {
    try {
      const check = this.#checks.getSchema(key)
      return check && this.#createValidate(check, key)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof RangeError) this.#note(pointer, NESTED_TOO_DEEPLY)
      else this.#note(pointer, `cannot be compiled, so all values fit: ${reason}`)
      return undefined
    }
  }

  #createValidate (check: ValidateFunction, key: string): Validate {
    let find: ValidateFunction | undefined
    return value => {
      try {
        this.#allowChecking(MOST_CALLS)
        if (check(value)) return undefined
        find ??= this.#finder().getSchema(key) ?? check
        this.#allowFinding(MOST_CALLS)
        // Ajv leaves its errors on the function, for the next call to replace.
        return find(value) ? undefined : find.errors ?? []
      } catch (error) {
        if (error instanceof TooMuchWork) return [{ ...TOO_MUCH, data: value }]
        if (error instanceof RangeError) return TOO_DEEP
        throw error
      }
    }
  }

  #finder (): Ajv2020 {
    if (this.#finds === undefined) {
      this.#finds = createAjv({ allErrors: true, verbose: true })
      this.#allowFinding = boundWork(this.#finds)
      for (const [key, schema] of this.#copied) this.#finds.addSchema(schema, key)
      if (this.#copies.namesInherited) this.#lookForOwn()
    }
    return this.#finds
  }

  /**
   * Makes the code of further schemas ask for members that an object itself has. That is slower, and
   * makes a difference only where a schema names what all objects inherit.
   */
  #lookForOwn (): void {
    this.#checks.opts.ownProperties = true
    if (this.#finds !== undefined) this.#finds.opts.ownProperties = true
  }

  /** Reports a problem once, though several copies of a schema have it. */
  #note (pointer: string, message: string): void {
    const key = `${pointer} ${message}`
    if (this.#problems.has(key)) return
    this.#problems.set(key, { pointer, message })
    this.#report({ pointer, message })
  }
}

/** Returns the text of a copied schema; `undefined` for one that JSON cannot write. */
function textOf (schema: SchemaCopy['schema'] | undefined): string | undefined {
  try {
    return JSON.stringify(schema, (_name, value: unknown) => {
      if (value instanceof Map) return [...value]
      // JSON has no such numbers.
      const isWritten = typeof value !== 'bigint' && (typeof value !== 'number' || Number.isFinite(value))
      return isWritten ? value : `number ${value}`
    })
  } catch {
    return undefined
  }
}
