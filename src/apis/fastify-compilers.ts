import { createRequire } from 'node:module'
import type { FastifyServerOptions } from 'fastify'
import { isObject } from '../documents/is-object.ts'

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>
type Compilers = Required<NonNullable<SchemaController['compilersFactory']>>

/** A part of a route that has a schema. */
interface RoutePart {
  readonly schema: unknown
  readonly httpPart?: string
}

/** Creates a compiler of schemas, as both packages of Fastify do. */
type BuildCompiler = (...args: unknown[]) => (part: RoutePart) => unknown

/**
 * Creates the compilers of routes with schemas: Fastify's own, loaded by the first such route. To load them takes a
 * seventh of a start, and none of our routes needs them.
 */
export function createFastifyCompilers (): Compilers {
  let buildValidator: BuildCompiler | undefined
  let buildSerializer: BuildCompiler | undefined
  const compilers: Record<keyof Compilers, BuildCompiler> = {
    buildValidator: (...args) => {
      buildValidator ??= loadFromFastify('@fastify/ajv-compiler')
      const compile = buildValidator(...args)
      return part => compile(part.httpPart === 'headers' ? { ...part, schema: inLowerCase(part.schema) } : part)
    },
    buildSerializer: (...args) => {
      buildSerializer ??= loadFromFastify('@fastify/fast-json-stringify-compiler')
      return buildSerializer(...args)
    }
  }
  // A cast: arguments and results are those of Fastify's own compilers.
  return compilers as unknown as Compilers
}

/** Loads a package from where Fastify itself finds it, and creates what Fastify creates of it. */
function loadFromFastify (name: string): BuildCompiler {
  const fastify = createRequire(import.meta.url).resolve('fastify')
  // A cast: both packages export a function that returns the builder.
  const createBuilder = createRequire(fastify)(name) as () => BuildCompiler
  return createBuilder()
}

/**
 * Returns a schema of headers with their names in lower case, as Node has them. Fastify does so for its own compilers
 * only.
 */
function inLowerCase (schema: unknown): unknown {
  if (!isObject(schema)) return schema
  const { properties, required } = schema
  return {
    ...schema,
    ...isObject(properties) && { properties: withLowerCaseNames(properties) },
    ...Array.isArray(required) && { required: required.map(name => String(name).toLowerCase()) }
  }
}

function withLowerCaseNames (members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name.toLowerCase(), value]))
}
