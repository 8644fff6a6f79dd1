import { isObject } from '../documents/is-object.ts'
import { FILLED_SCENARIO, SCENARIO_DOCUMENT } from '../scenarios/scenario-schemas.ts'
import { SETTINGS_PATCH } from '../scenarios/settings-schemas.ts'
import { NEW_STUB } from '../scenarios/stub-schemas.ts'
import type { Schema } from '../schemas/schema.ts'
import { listOf } from '../vocabulary/place.ts'
import { DIALECT } from './dialect.ts'

/** A text that stands for the value of a parameter. */
const PARAMETER = { type: 'string', pattern: '^\\$parameters\\.' }

/** Returns the JSON Schema of scenarios, in which the name of a parameter can stand for any value. */
export function scenarioSchema (): Schema {
  const properties = propertiesOf(SCENARIO_DOCUMENT)
  const { clock, resources } = propertiesOf(FILLED_SCENARIO)
  const parts = { clock, resources, settings: SETTINGS_PATCH, stubs: listOf(NEW_STUB) }
  const orParameters = Object.entries(parts).map(([name, schema]) => [name, orParameter(schema)])
  return {
    $schema: DIALECT,
    title: 'Scenario of standin',
    ...SCENARIO_DOCUMENT,
    properties: { ...properties, ...Object.fromEntries(orParameters) }
  }
}

function propertiesOf ({ properties }: Schema): Readonly<Record<string, Schema>> {
  return properties as Readonly<Record<string, Schema>>  // as `closed` made them
}

/** Returns a schema that takes the name of a parameter for each value. */
function orParameter (schema: unknown): unknown {
  if (!isObject(schema) || !takesLess(schema)) return schema
  const { description, ...others } = inner(schema)
  return { description, anyOf: [others, PARAMETER] }
}

/** Returns whether a schema does not take every text. */
function takesLess ({ anyOf, enum: values, format, pattern, type }: Schema): boolean {
  if (type === undefined && anyOf === undefined) return false
  const isText = [type].flat().includes('string')
  return !isText || values !== undefined || format !== undefined || pattern !== undefined
}

function inner (schema: Schema): Schema {
  const { additionalProperties, anyOf, items, properties } = schema
  const parts: Record<string, unknown> = {}
  if (isObject(properties)) {
    const entries = Object.entries(properties).map(([name, property]) => [name, orParameter(property)])
    parts.properties = Object.fromEntries(entries)
  }
  if (Array.isArray(anyOf)) parts.anyOf = anyOf.map(orParameter)
  if (items !== undefined) parts.items = orParameter(items)
  if (isObject(additionalProperties)) parts.additionalProperties = orParameter(additionalProperties)
  return { ...schema, ...parts }
}
