import { isObject } from './is-object.ts'
import type { Report } from './problem.ts'

const SUPPORTED = 'Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are supported'

export type DocumentVersion = '2.0' | '3.0' | '3.1' | '3.2'

/** The version of OpenAPI that a document is of; `undefined`, with a report, where it is no such document. */
export function documentVersion (value: unknown, report: Report): DocumentVersion | undefined {
  if (!isObject(value)) {
    report('', `is not an OpenAPI document: expected an object with "openapi", but found ${nameOf(value)}`)
    return undefined
  }
  if (value.openapi === undefined && value.swagger === undefined) {
    report('', `is not an OpenAPI document: "openapi" is missing; ${SUPPORTED}, as in "openapi: 3.1.0"`)
    return undefined
  }
  const member = value.openapi === undefined ? 'swagger' : 'openapi'
  const version = readVersion(member, value[member])
  if (version === undefined) report(`/${member}`, `the ${member === 'swagger' ? 'Swagger' : 'OpenAPI'} version ${JSON.stringify(value[member])} is not supported; ${SUPPORTED}, as in "openapi: 3.1.0"`)
  return version
}

function readVersion (member: 'swagger' | 'openapi', written: unknown): DocumentVersion | undefined {
  // Without quotes, YAML takes 2.0 for the number 2.
  const text = typeof written === 'number' ? written.toFixed(1) : String(written)
  if (member === 'swagger') return /^2\.0(?:\.\d+)?$/.test(text) ? '2.0' : undefined
  const [, minor] = /^3\.([012])(?:\.\d+(?:-.+)?)?$/.exec(text) ?? []
  switch (minor) {
    case '0': return '3.0'
    case '1': return '3.1'
    case '2': return '3.2'
  }
  return undefined
}

function nameOf (value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : `the ${typeof value} ${JSON.stringify(value)}`
}
