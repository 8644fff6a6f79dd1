import { externalValues } from '../documents/external-values.ts'
import type { ExternalValue } from '../documents/external-values.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { readDocument, readJson } from '../documents/read-document.ts'
import { isJson } from './is-json.ts'

/** The value of an example, and the member that states it. */
export interface ExampleValue {
  readonly member: 'value' | 'dataValue' | 'serializedValue' | 'externalValue'
  /** A JSON value; text or bytes where it is written in another media type; `undefined` where it is not JSON. */
  readonly value: unknown
}

/**
 * Returns the value of an Example Object: its `value`, or else its `dataValue`, its `serializedValue` (OpenAPI 3.2) or
 * the file of its `externalValue`. What is written counts before data in media types other than JSON, as it says how
 * data is written there. Returns `undefined` where it states none.
 */
export function exampleValue (example: JsonObject, mediaType = 'application/json'): ExampleValue | undefined {
  const { dataValue, serializedValue, value } = example
  if (value !== undefined) return { member: 'value', value }
  const isData = isJson(mediaType) || typeof serializedValue !== 'string'
  if (dataValue !== undefined && isData) return { member: 'dataValue', value: dataValue }
  if (typeof serializedValue === 'string') {
    const value = isJson(mediaType) ? parseJson(serializedValue) : serializedValue
    return { member: 'serializedValue', value }
  }
  const file = externalValues.get(example)
  return file && { member: 'externalValue', value: readExternal(file, mediaType) }
}

/** Returns whether an example states its value as it is written in its media type. */
export function isWritten ({ member }: ExampleValue): boolean {
  return member === 'serializedValue' || member === 'externalValue'
}

function readExternal ({ bytes, file }: ExternalValue, mediaType: string): unknown {
  if (isJson(mediaType)) return parseJson(bytes.toString('utf8'), file)
  return isText(mediaType) ? bytes.toString('utf8') : bytes
}

/** Returns a JSON value; a file may be YAML, as documents are. Returns `undefined` where it is neither. */
function parseJson (text: string, file?: string): unknown {
  const reading = readJson(text)
  if (reading.kind === 'value') return reading.value
  const otherwise = file === undefined ? reading : readDocument(text, file)
  return otherwise.kind === 'value' ? otherwise.value : undefined
}

/** Matches media types whose bodies are text. */
const TEXT = [/^text\//, /\+xml$/, /^application\/(?:xml|x-www-form-urlencoded|javascript|.*(?:json|yaml).*)$/]

function isText (mediaType: string): boolean {
  return TEXT.some(pattern => pattern.test(mediaType))
}
