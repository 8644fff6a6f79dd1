import { exactJson } from '../exact-json.ts'
import { isObject } from './is-object.ts'
import { otherFormat } from './other-format.ts'
import type { Report } from './problem.ts'

const SUPPORTED = 'Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are supported, as in "openapi: 3.1.0"'

export type DocumentVersion = '2.0' | '3.0' | '3.1' | '3.2'

/** Returns the OpenAPI version of a document; reports a document of another kind, and returns `undefined`. */
export function documentVersion (value: unknown, report: Report): DocumentVersion | undefined {
  if (!isObject(value)) {
    const found = describeValue(value)
    report('', `is not an OpenAPI document: expected an object with "openapi", but found ${found}`)
    return undefined
  }
  if (value.openapi === undefined && value.swagger === undefined) {
    report('', otherFormat(value) ?? `is not an OpenAPI document: "openapi" is missing; ${SUPPORTED}`)
    return undefined
  }
  const isSwagger = value.openapi === undefined
  const written = isSwagger ? value.swagger : value.openapi
  const version = isSwagger ? readSwaggerVersion(written) : readOpenApiVersion(written)
  if (version === undefined) {
    const [member, name] = isSwagger ? ['swagger', 'Swagger'] : ['openapi', 'OpenAPI']
    report(`/${member}`, `the ${name} version ${exactJson.stringify(written)} is not supported; ${SUPPORTED}`)
  }
  return version
}

function readSwaggerVersion (written: unknown): DocumentVersion | undefined {
  return /^2\.0(?:\.\d+)?$/.test(toText(written)) ? '2.0' : undefined
}

function readOpenApiVersion (written: unknown): DocumentVersion | undefined {
  const [, minor] = /^3\.([012])(?:\.\d+(?:-.+)?)?$/.exec(toText(written)) ?? []
  switch (minor) {
    case '0': return '3.0'
    case '1': return '3.1'
    case '2': return '3.2'
  }
  return undefined
}

/** Returns a version as text. Without quotes, YAML reads 2.0 as the number 2. */
function toText (written: unknown): string {
  return typeof written === 'number' ? written.toFixed(1) : String(written)
}

function describeValue (value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : `the ${typeof value} ${exactJson.stringify(value)}`
}
