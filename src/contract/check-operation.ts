import type { OpenApiDocument } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { nearest } from '../documents/nearest.ts'
import { STYLES, isPlace } from './list-parameters.ts'
import { STATUS } from './list-responses.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

interface OperationPart {
  readonly path: string
  /** The path item that holds it. */
  readonly item: Record<string, unknown>
  readonly itemPointer: string
  readonly definition: Record<string, unknown>
  readonly pointer: string
}

/** Reports what is faulty in an operation; what its path names without a declaration is declared in passing, as text. */
export function checkOperation (document: OpenApiDocument, part: OperationPart, report: Report): void {
  const { item, itemPointer, definition, pointer } = part
  const declared = [
    ...checkParameters(document, item.parameters, `${itemPointer}/parameters`, report),
    ...checkParameters(document, definition.parameters, `${pointer}/parameters`, report)
  ]
  checkTemplate(part, declared, report)
  checkResponses(document, definition.responses, `${pointer}/responses`, report)
  checkBody(document, definition.requestBody, `${pointer}/requestBody`, report)
  checkSecurity(document, definition.security, `${pointer}/security`, report)
}

interface DeclaredParameter {
  readonly name: string
  readonly in: string
  readonly pointer: string
}

function checkParameters (document: OpenApiDocument, parameters: unknown, pointer: string, report: Report): DeclaredParameter[] {
  if (parameters === undefined) return []
  if (!Array.isArray(parameters)) {
    report(pointer, 'must be a list of parameters')
    return []
  }
  const declared: DeclaredParameter[] = []
  for (const [index, part] of parameters.entries()) {
    const parameter = isObject(part) ? resolveRef<Record<string, unknown>>(document, part, `${pointer}/${index}`) : undefined
    if (!isObject(part)) report(`${pointer}/${index}`, 'must be an object with "name" and "in"')
    else if (parameter !== undefined) declared.push(...checkParameter(parameter.value, parameter.pointer, report))
  }
  const names = declared.map(({ name, in: place }) => `${place} ${name}`)
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index) report(declared[index]?.pointer ?? pointer, `the parameter "${declared[index]?.name}" is declared twice: remove one of them`)
  }
  return declared
}

function checkParameter (parameter: Record<string, unknown>, pointer: string, report: Report): DeclaredParameter[] {
  const { name, in: place, style, schema, content } = parameter
  if (typeof name !== 'string' || typeof place !== 'string') {
    report(pointer, 'the parameter needs a "name" and an "in"')
    return []
  }
  const styles = isPlace(place) ? STYLES[place] : undefined
  if (styles === undefined) {
    report(`${pointer}/in`, `the parameter "${name}" is in "${place}"${hint(place, Object.keys(STYLES))}`)
    return []
  }
  if (style !== undefined && !styles.some(known => known === style)) report(`${pointer}/style`, `the parameter "${name}" has the style "${String(style)}"${hint(String(style), styles)}`)
  if (schema === undefined && content === undefined) report(pointer, `the parameter "${name}" needs a "schema" or a "content"`)
  if (isObject(content) && Object.keys(content).length !== 1) report(`${pointer}/content`, `the parameter "${name}" must have exactly one media type in "content"`)
  return [{ name, in: place, pointer }]
}

/** Each name in the path needs a parameter, and each path parameter a place in the path. */
function checkTemplate ({ path, definition, pointer }: OperationPart, declared: readonly DeclaredParameter[], report: Report): void {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '')
  const inPath = declared.filter(parameter => parameter.in === 'path')
  for (const name of new Set(names)) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) report(pointer, `the path ${path} names {${name}} twice: give each its own name`)
    if (inPath.some(parameter => parameter.name === name)) continue
    declare(definition, name)
    report(pointer, `the path names {${name}}, but no path parameter "${name}" is declared${hint(name, inPath.map(parameter => parameter.name))}`)
  }
  for (const parameter of inPath) {
    if (!names.includes(parameter.name)) report(parameter.pointer, `the path parameter "${parameter.name}" has no place in ${path}${hint(parameter.name, names)}`)
  }
}

function declare (definition: Record<string, unknown>, name: string): void {
  const others: unknown[] = Array.isArray(definition.parameters) ? definition.parameters : []
  definition.parameters = [...others, { name, in: 'path', required: true, schema: { type: 'string' } }]
}

function checkResponses (document: OpenApiDocument, responses: unknown, pointer: string, report: Report): void {
  if (responses === undefined) return
  if (!isObject(responses)) return report(pointer, 'must be an object that holds a response for each status')
  for (const [status, part] of Object.entries(responses)) {
    if (status.startsWith('x-')) continue
    const where = `${pointer}/${escapePointer(status)}`
    if (!STATUS.test(status)) report(where, `"${status}" is no status: expected one such as "200", a range such as "2XX", or "default"`)
    const response = isObject(part) ? resolveRef<Record<string, unknown>>(document, part, where) : undefined
    if (!isObject(part)) report(where, `the response ${status} must be an object`)
    else if (response !== undefined) {
      checkParts(response.value.headers, `${response.pointer}/headers`, report)
      checkParts(response.value.content, `${response.pointer}/content`, report)
    }
  }
}

function checkBody (document: OpenApiDocument, part: unknown, pointer: string, report: Report): void {
  if (part === undefined) return
  if (!isObject(part)) return report(pointer, 'must be an object with "content"')
  const body = resolveRef<Record<string, unknown>>(document, part, pointer)
  if (body === undefined) return
  if (body.value.content === undefined) report(body.pointer, 'the request body needs "content", an object that holds its media types')
  checkParts(body.value.content, `${body.pointer}/content`, report)
}

/** Headers and media types are held by name, and may be empty but not missing. */
function checkParts (parts: unknown, pointer: string, report: Report): void {
  if (parts === undefined) return
  if (!isObject(parts)) return report(pointer, 'must be an object')
  for (const [name, part] of Object.entries(parts)) {
    if (!isObject(part)) report(`${pointer}/${escapePointer(name)}`, `"${name}" must be an object; for an empty one, write {}`)
  }
}

/** Reports alternatives that are no objects, and schemes that are not declared. */
export function checkSecurity (document: OpenApiDocument, security: unknown, pointer: string, report: Report): void {
  if (security === undefined) return
  if (!Array.isArray(security)) return report(pointer, 'must be a list of alternatives')
  const known = Object.keys(document.components?.securitySchemes ?? {})
  for (const [index, alternative] of security.entries()) {
    if (!isObject(alternative)) report(`${pointer}/${index}`, 'must be an object that holds a list of scopes for each scheme')
    for (const name of isObject(alternative) ? Object.keys(alternative) : []) {
      if (!known.includes(name)) report(`${pointer}/${index}/${escapePointer(name)}`, `there is no security scheme "${name}" in components${hint(name, known)}`)
    }
  }
}

/** What could have been meant: the nearest known word, or all of them. */
function hint (word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return `, did you mean "${near}"?`
  return known.length === 0 ? '' : ` (known: ${known.join(', ')})`
}
