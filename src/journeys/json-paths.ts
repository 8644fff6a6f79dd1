import { createPathEnvironment } from '../documents/path-environment.ts'
import type { PathEnvironment } from '../documents/path-environment.ts'
import { ExpressionFault } from './known-names.ts'

type Json = Parameters<PathEnvironment['query']>[1]

/** Compiles JSONPaths (RFC 9535). */
export interface JsonPaths {
  /** Throws `ExpressionFault` for a text that is none. */
  compile (path: string): SelectJson
}

export interface SelectJson {
  /** Returns the values that it finds in a value; none where that is not JSON. */
  all (root: unknown): readonly unknown[]
  /** Returns the one value that it finds, or a list of them; `undefined` for none. */
  value (root: unknown): unknown
  /** Sets the parts that it finds. Returns how many. */
  pointers (root: unknown): ReadonlyArray<ReadonlyArray<string | number>>
}

/** Loads the JSONPath engine, which few runs of this program need. */
export async function loadJsonPaths (): Promise<JsonPaths> {
  const { jsonpath } = await import('json-p3')
  const environment = createPathEnvironment(jsonpath)
  return {
    compile: path => {
      const query = compile(environment, path)
      const nodesOf = (root: unknown) => root === undefined ? [] : query.query(root as Json).nodes
      const isSingular = query.singularQuery()
      return {
        all: root => nodesOf(root).map(({ value }) => value),
        value: root => {
          const values = nodesOf(root).map(({ value }) => value)
          if (isSingular) return values[0]
          return values.length === 0 ? undefined : values
        },
        pointers: root => nodesOf(root).map(({ location }) => location)
      }
    }
  }
}

function compile (environment: PathEnvironment, path: string): ReturnType<PathEnvironment['compile']> {
  try {
    return environment.compile(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExpressionFault(`"${path}" is no JSONPath (RFC 9535): ${reason}`)
  }
}
