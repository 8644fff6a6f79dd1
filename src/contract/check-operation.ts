import type { OpenApiDocument } from './contract.ts'
import { checkParameters, checkQuery } from './check-parameters.ts'
import type { DeclaredParameter } from './check-parameters.ts'
import { didYouMean } from './did-you-mean.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { STATUS, standardStatus } from './list-responses.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

interface OperationPart {
  readonly path: string
  /** The path item of the operation. */
  readonly item: JsonObject
  readonly itemPointer: string
  readonly definition: JsonObject
  readonly pointer: string
}

/** Reports the mistakes of an operation. Declares the parameters that only its path names, as text. */
export function checkOperation (document: OpenApiDocument, part: OperationPart, report: Report): void {
  const { item, itemPointer, definition, pointer } = part
  const declared = [
    ...checkParameters(document, item.parameters, `${itemPointer}/parameters`, report),
    ...checkParameters(document, definition.parameters, `${pointer}/parameters`, report)
  ]
  checkTemplate(part, declared, report)
  checkQuery(declared, report)
  checkResponses(document, definition.responses, `${pointer}/responses`, report)
  checkBody(document, definition.requestBody, `${pointer}/requestBody`, report)
  checkSecurity(document, definition.security, `${pointer}/security`, report)
}

/** Reports names in the path without a parameter, and path parameters without a name in the path. */
function checkTemplate (part: OperationPart, declared: readonly DeclaredParameter[], report: Report): void {
  const { path, definition, pointer } = part
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '')
  const inPath = declared.filter(parameter => parameter.in === 'path')
  for (const name of new Set(names)) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      report(pointer, `the path ${path} names {${name}} twice: give each its own name`)
    }
    if (inPath.some(parameter => parameter.name === name)) continue
    declare(definition, name)
    const hint = didYouMean(name, inPath.map(parameter => parameter.name))
    report(pointer, `the path names {${name}}, but no path parameter "${name}" is declared${hint}`)
  }
  for (const { name, pointer: where } of inPath) {
    if (names.includes(name)) continue
    report(where, `the path parameter "${name}" has no place in ${path}${didYouMean(name, names)}`)
  }
}

function declare (definition: JsonObject, name: string): void {
  const others: unknown[] = Array.isArray(definition.parameters) ? definition.parameters : []
  definition.parameters = [...others, { name, in: 'path', required: true, schema: { type: 'string' } }]
}

function checkResponses (document: OpenApiDocument, responses: unknown, pointer: string, report: Report): void {
  if (responses === undefined) return
  if (!isObject(responses)) return report(pointer, 'must be an object that holds a response for each status')
  for (const [status, part] of Object.entries(responses)) {
    if (status.startsWith('x-')) continue
    const where = `${pointer}/${escapePointer(status)}`
    if (!STATUS.test(status)) {
      report(where, `"${status}" is no status: expected one such as "200", a range such as "2XX", or "default"`)
    } else if (standardStatus(status) !== status) {
      report(where, `"${status}" is read as "${standardStatus(status)}", as OpenAPI writes it`)
    }
    if (!isObject(part)) {
      report(where, `the response ${status} must be an object`)
      continue
    }
    const response = resolveRef<JsonObject>(document, part, where)
    if (response === undefined) continue
    checkNamed(response.value.headers, `${response.pointer}/headers`, report)
    checkNamed(response.value.content, `${response.pointer}/content`, report)
  }
}

function checkBody (document: OpenApiDocument, part: unknown, pointer: string, report: Report): void {
  if (part === undefined) return
  if (!isObject(part)) return report(pointer, 'must be an object with "content"')
  const body = resolveRef<JsonObject>(document, part, pointer)
  if (body === undefined) return
  if (body.value.content === undefined) {
    report(body.pointer, 'the request body needs "content", an object that holds its media types')
  }
  checkNamed(body.value.content, `${body.pointer}/content`, report)
}

/** Reports headers or media types that are no objects. */
function checkNamed (parts: unknown, pointer: string, report: Report): void {
  if (parts === undefined) return
  if (!isObject(parts)) return report(pointer, 'must be an object')
  for (const [name, part] of Object.entries(parts)) {
    if (isObject(part)) continue
    report(`${pointer}/${escapePointer(name)}`, `"${name}" must be an object; for an empty one, write {}`)
  }
}

/** Reports security requirements that are no objects, and schemes that are not declared. */
export function checkSecurity (document: OpenApiDocument, security: unknown, pointer: string, report: Report): void {
  if (security === undefined) return
  if (!Array.isArray(security)) return report(pointer, 'must be a list of alternatives')
  const known = Object.keys(document.components?.securitySchemes ?? {})
  for (const [index, alternative] of security.entries()) {
    if (!isObject(alternative)) {
      report(`${pointer}/${index}`, 'must be an object that holds a list of scopes for each scheme')
      continue
    }
    for (const name of Object.keys(alternative)) {
      if (known.includes(name)) continue
      const message = `there is no security scheme "${name}" in components${didYouMean(name, known)}`
      report(`${pointer}/${index}/${escapePointer(name)}`, message)
    }
  }
}
