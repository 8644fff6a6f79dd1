import type { Ajv2020, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js'
import type { OpenApiDocument } from '../contract/contract.ts'
import { addFormats } from './add-formats.ts'
import { loadAjv } from './load-ajv.ts'
import { multipleOf } from './multiple-of.ts'
import { namedBranches } from './named-branches.ts'
import { patternEngine } from './compile-pattern.ts'
import { plainVariant, SchemaCopies } from './schema-copies.ts'
import type { Direction, Origin, SchemaCopy, Variant } from './schema-copies.ts'
import { uniqueItems } from './unique-items.ts'

/** What stands in a document's schema and cannot be used. */
export interface SchemaProblem {
  readonly pointer: string
  readonly message: string
}

/** Is told once of what has been left out of a schema. */
export type TellProblem = (problem: SchemaProblem) => void

/** Answers what is wrong with a value; `undefined` when it fits. */
export type Validate = (value: unknown) => readonly ErrorObject[] | undefined

const FITS_ALL: Validate = () => undefined

/** Of a value that is nested deeper than there is room on the stack. */
const TOO_DEEP: readonly ErrorObject[] = [{ instancePath: '', schemaPath: '', keyword: 'depth', params: {}, message: 'must be nested less deeply' }]

/**
 * Compiles the schemas of one document, each when it is first asked for. What cannot be used in them is left out, and listed.
 * Nearly all values fit: the code that only tells whether one does is half as long, and what tells all that is wrong is compiled
 * when there first is something.
 */
export class SchemaCompiler {
  readonly #checks = createAjv({ allErrors: false, verbose: false, messages: false })
  #finds: Ajv2020 | undefined
  readonly #copies: SchemaCopies
  readonly #copied = new Map<string, SchemaCopy['schema']>()
  readonly #compiled = new Map<string, Validate>()
  /** By what copies say: many schemas of a document say the same, those of parameters above all. */
  readonly #compiledByText = new Map<string, Validate>()
  readonly #problems = new Map<string, SchemaProblem>()
  readonly #tell: TellProblem

  constructor (document: OpenApiDocument, tell: TellProblem = () => {}) {
    this.#copies = new SchemaCopies(document, (pointer, message) => this.#note(pointer, message))
    this.#tell = tell
  }

  /** What has been left out so far. */
  get problems (): readonly SchemaProblem[] {
    return [...this.#problems.values()]
  }

  compile (pointer: string, direction: Direction | undefined): Validate {
    return this.compileVariant(pointer, plainVariant(direction))
  }

  compileVariant (pointer: string, variant: Variant): Validate {
    const key = this.#copies.keyOf(pointer, variant)
    const known = this.#compiled.get(key)
    if (known !== undefined) return known
    for (const { key, schema } of this.#copies.makeCopies()) {
      this.#copied.set(key, schema)
      this.#checks.addSchema(schema, key)
      this.#finds?.addSchema(schema, key)
    }
    const text = textOf(this.#copied.get(key))
    const validate = (text === undefined ? undefined : this.#compiledByText.get(text)) ?? this.#compileKey(key, pointer)
    if (validate !== undefined && text !== undefined) this.#compiledByText.set(text, validate)
    this.#compiled.set(key, validate ?? FITS_ALL)
    return validate ?? FITS_ALL
  }

  originOf (schema: object): Origin | undefined {
    return this.#copies.originOf(schema)
  }

  /** Nothing for what cannot be compiled. */
  #compileKey (key: string, pointer: string): Validate | undefined {
    try {
      const check = this.#checks.getSchema(key)
      return check && createValidate(check, () => this.#finder().getSchema(key))
    } catch (error) {
      this.#note(pointer, `cannot be compiled, so that all values fit: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  #finder (): Ajv2020 {
    if (this.#finds === undefined) {
      this.#finds = createAjv({ allErrors: true, verbose: true })
      for (const [key, schema] of this.#copied) this.#finds.addSchema(schema, key)
    }
    return this.#finds
  }

  /** Several copies of a schema have the same to say. */
  #note (pointer: string, message: string): void {
    const key = `${pointer} ${message}`
    if (this.#problems.has(key)) return
    this.#problems.set(key, { pointer, message })
    this.#tell({ pointer, message })
  }
}

/** What a copy says; nothing for one that JSON cannot write. */
function textOf (schema: SchemaCopy['schema'] | undefined): string | undefined {
  try {
    return JSON.stringify(schema, (_name, value: unknown) => {
      if (value instanceof Map) return [...value]
      // YAML has numbers that JSON has not.
      return typeof value === 'number' && !Number.isFinite(value) ? `number ${value}` : value
    })
  } catch {
    return undefined
  }
}

function createValidate (check: ValidateFunction, compileFinder: () => ValidateFunction | undefined): Validate {
  let find: ValidateFunction | undefined
  return value => {
    try {
      if (check(value)) return undefined
      find ??= compileFinder() ?? check
      // Ajv leaves its errors on the function, for the next call to replace.
      return find(value) ? undefined : find.errors ?? []
    } catch (error) {
      if (error instanceof RangeError) return TOO_DEEP
      throw error
    }
  }
}

function createAjv (options: Pick<Options, 'allErrors' | 'messages' | 'verbose'>): Ajv2020 {
  const { Ajv2020, formats } = loadAjv()
  // Ajv would coerce "1" to 1 and fill in defaults; a contract test must see the difference.
  const ajv = new Ajv2020({
    ...options,
    strict: false,
    validateSchema: false,
    meta: false,
    logger: false,
    // Tidying the code takes as long as writing it, and makes it no quicker; what is short is written again where it is referred to.
    code: { regExp: patternEngine, optimize: false },
    inlineRefs: 40,
    // The keys of the copies are no URIs: there is nothing to resolve.
    uriResolver: { parse: uri => ({ path: uri, fragment: undefined }), resolve: (_base, path) => path, serialize: ({ path = '' }) => path }
  })
  addFormats(ajv, formats)
  for (const keyword of [multipleOf, uniqueItems]) ajv.removeKeyword(String(keyword.keyword)).addKeyword(keyword)
  return ajv.addKeyword(namedBranches)
}
