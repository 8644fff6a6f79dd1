import type { HeaderDefinition, ResponseDefinition } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { World } from '../worlds/world.ts'
import { generatorOf } from './generate-value.ts'

/** Names are in lower case. */
export type Headers = Readonly<Record<string, string>>

/**
 * Creates the function that returns the headers of a documented response: those with an example, and generated ones
 * where they are required.
 */
export function headerValues ({ headers }: ResponseDefinition): (world: World) => Headers {
  const withExample = headers.filter(({ example }) => example !== undefined)
  const fixed: Headers = Object.fromEntries(withExample.map(header => [header.name, toText(header.example, header)]))
  const open = headers.filter(({ example, required }) => example === undefined && required)
  if (open.length === 0) return () => fixed
  const generated = open.map(header => [header.name, createHeader(header)] as const)
  return world => ({ ...fixed, ...Object.fromEntries(generated.map(([name, create]) => [name, create(world)])) })
}

function createHeader (header: HeaderDefinition): (world: World) => string {
  const { schema } = header
  if (schema === undefined) return () => ''
  const generate = generatorOf(schema)
  return world => toText(generate(world, 'examples').value, header)
}

/** Writes a value in the style `simple`, the only one that headers have (OpenAPI 3.1, section 4.8.12). */
function toText (value: unknown, { explode }: HeaderDefinition): string {
  if (Array.isArray(value)) return value.map(String).join(',')
  if (!isObject(value)) return String(value)
  const separator = explode ? '=' : ','
  return Object.entries(value).map(([name, member]) => `${name}${separator}${member}`).join(',')
}
