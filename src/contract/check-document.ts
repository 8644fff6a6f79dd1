import { METHODS } from './contract.ts'
import type { OpenApiDocument } from './contract.ts'
import { checkOperation, checkSecurity } from './check-operation.ts'
import { checkReferences } from './check-references.ts'
import { isObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { nearest } from './nearest.ts'
import type { Report } from './problem.ts'
import { resolveRef } from './resolve-ref.ts'

const SUPPORTED = 'OpenAPI 3.1 is supported'
const PATH_ITEM_MEMBERS: readonly string[] = [...METHODS, '$ref', 'summary', 'description', 'servers', 'parameters']

/** Reports everything that keeps a document from being served; answers `false` when it is no OpenAPI document at all. */
export function checkDocument (value: unknown, report: Report): value is OpenApiDocument {
  if (!isObject(value)) {
    report('', `is not an OpenAPI document: expected an object with "openapi", but found ${value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : `the ${typeof value} ${JSON.stringify(value)}`}`)
    return false
  }
  if (!checkVersion(value, report)) return false
  // Every part is looked at before it is used, whatever its type says.
  const document = value as unknown as OpenApiDocument
  checkReferences(document, report)
  checkSecurity(document, document.security, '/security', report)
  checkPaths(document, report)
  return true
}

function checkVersion (value: Record<string, unknown>, report: Report): boolean {
  if (typeof value.swagger === 'string' || typeof value.swagger === 'number') {
    report('/swagger', `is a Swagger ${value.swagger} document; ${SUPPORTED}: upgrade the document`)
    return false
  }
  if (value.openapi === undefined) {
    report('', `is not an OpenAPI document: "openapi" is missing; ${SUPPORTED}, as in "openapi: 3.1.0"`)
    return false
  }
  if (typeof value.openapi !== 'string' || !/^3\.1\.\d+(?:-.+)?$/.test(value.openapi)) {
    report('/openapi', `the OpenAPI version ${JSON.stringify(value.openapi)} is not supported; ${SUPPORTED}, as in "openapi: 3.1.0"`)
    return false
  }
  return true
}

function checkPaths (document: OpenApiDocument, report: Report): void {
  if (document.paths === undefined) return
  if (!isObject(document.paths)) return report('/paths', 'must be an object that holds a path item for each path')
  const taken = { operationIds: new Map<string, string>(), templates: new Map<string, string>() }
  for (const [path, part] of Object.entries(document.paths)) {
    if (path.startsWith('x-')) continue
    const pointer = `/paths/${escapePointer(path)}`
    if (!path.startsWith('/')) report(pointer, `the path "${path}" must begin with a slash`)
    checkPathItem(document, { path, part, pointer, taken }, report)
  }
}

interface PathPart {
  readonly path: string
  readonly part: unknown
  readonly pointer: string
  /** What operations before this one have taken for themselves, with the operation. */
  readonly taken: { readonly operationIds: Map<string, string>, readonly templates: Map<string, string> }
}

function checkPathItem (document: OpenApiDocument, { path, part, pointer, taken }: PathPart, report: Report): void {
  if (!isObject(part)) return report(pointer, 'must be an object that holds the operations of this path')
  const item = resolveRef(document, part, pointer)
  if (item === undefined || !isObject(item.value)) return
  for (const [member, definition] of Object.entries(item.value)) {
    const where = `${item.pointer}/${escapePointer(member)}`
    if (member.startsWith('x-')) continue
    if (!PATH_ITEM_MEMBERS.includes(member)) {
      const near = nearest(member, PATH_ITEM_MEMBERS)
      report(where, `unknown method "${member}"${near === undefined ? '' : `, did you mean "${near}"?`} (known: ${METHODS.join(', ')})`)
    }
    if (!METHODS.some(method => method === member)) continue
    const title = `${member.toUpperCase()} ${path}`
    checkTaken(taken.templates, `${member} ${path.replace(/\{[^}]*\}/g, '{}')}`, title, other => report(where, `${title} has the same template as ${other}: remove one of them`))
    if (!isObject(definition)) {
      report(where, `${title} must be an object`)
      continue
    }
    if (definition.operationId !== undefined) {
      checkTaken(taken.operationIds, String(definition.operationId), title, other => report(`${where}/operationId`, `the operationId "${String(definition.operationId)}" is used by ${other} as well: give each operation its own`))
    }
    checkOperation(document, { path, item: item.value, itemPointer: item.pointer, definition, pointer: where }, report)
  }
}

function checkTaken (taken: Map<string, string>, key: string, title: string, reportOther: (other: string) => void): void {
  const other = taken.get(key)
  if (other === undefined) taken.set(key, title)
  else reportOther(other)
}
