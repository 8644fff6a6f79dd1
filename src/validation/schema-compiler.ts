import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js'
import type { OpenApiDocument } from '../contract/contract.ts'
import { addFormats } from './formats.ts'
import { loadAjv } from './load-ajv.ts'
import { multipleOf } from './multiple-of.ts'
import { namedBranches } from './named-branches.ts'
import { patternEngine } from './patterns.ts'
import { plainVariant, SchemaCopies } from './schema-copies.ts'
import type { Direction, Origin, Variant } from './schema-copies.ts'
import { uniqueItems } from './unique-items.ts'

/** What stands in a document's schema and cannot be used. */
export interface SchemaProblem {
  readonly pointer: string
  readonly message: string
}

/** Is told once of what has been left out of a schema. */
export type TellProblem = (problem: SchemaProblem) => void

/** Compiles the schemas of one document, each when it is first asked for. What cannot be used in them is left out, and listed. */
export class SchemaCompiler {
  readonly #ajv = createAjv()
  readonly #copies: SchemaCopies
  readonly #compiled = new Map<string, ValidateFunction>()
  /** By what copies say: many schemas of a document say the same, those of parameters above all. */
  readonly #compiledByText = new Map<string, ValidateFunction>()
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

  compile (pointer: string, direction: Direction | undefined): ValidateFunction {
    return this.compileVariant(pointer, plainVariant(direction))
  }

  compileVariant (pointer: string, variant: Variant): ValidateFunction {
    const key = this.#copies.keyOf(pointer, variant)
    const known = this.#compiled.get(key)
    if (known !== undefined) return known
    for (const { key, schema } of this.#copies.makeCopies()) this.#ajv.addSchema(schema, key)
    const text = JSON.stringify(this.#ajv.schemas[key]?.schema, writeMap)
    const validate = this.#compiledByText.get(text) ?? this.#compileKey(key, pointer)
    if (validate !== undefined) this.#compiledByText.set(text, validate)
    const compiled = validate ?? this.#ajv.compile(true)
    this.#compiled.set(key, compiled)
    return compiled
  }

  originOf (schema: object): Origin | undefined {
    return this.#copies.originOf(schema)
  }

  /** Nothing for what cannot be compiled: all values fit it. */
  #compileKey (key: string, pointer: string): ValidateFunction | undefined {
    try {
      return this.#ajv.getSchema(key)
    } catch (error) {
      this.#note(pointer, `cannot be compiled, so that all values fit: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  /** Several copies of a schema have the same to say. */
  #note (pointer: string, message: string): void {
    const key = `${pointer} ${message}`
    if (this.#problems.has(key)) return
    this.#problems.set(key, { pointer, message })
    this.#tell({ pointer, message })
  }
}

function writeMap (_name: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}

function createAjv (): Ajv2020 {
  const { Ajv2020, formats } = loadAjv()
  // Ajv would coerce "1" to 1 and fill in defaults; a contract test must see the difference.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
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
