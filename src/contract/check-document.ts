import type { OpenApiDocument } from './contract.ts'
import { checkOperation, checkSecurity } from './check-operation.ts'
import { checkReferences } from './check-references.ts'
import type { DocumentVisitor } from './check-references.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { ADDITIONAL_METHODS, listMethods } from './list-methods.ts'
import type { PathMethod } from './list-methods.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'

/** Reports all mistakes that a document can be served with. Repairs it in place where serving needs that. */
export function checkDocument (document: OpenApiDocument, report: Report, visitor?: DocumentVisitor): void {
  checkReferences(document, report, visitor)
  checkInfo(document, report)
  checkSecurity(document, document.security, '/security', report)
  checkPaths(document, report)
}

/** Reports a missing title or version, and fills it in. */
function checkInfo (document: OpenApiDocument, report: Report): void {
  const info: unknown = document.info
  if (!isObject(info)) {
    const pointer = info === undefined ? '' : '/info'
    report(pointer, 'needs "info", an object with "title" and "version"')
    document.info = { title: '', version: '' }
    return
  }
  for (const name of ['title', 'version']) {
    const value = info[name] ?? undefined
    if (value === undefined) report('/info', `needs "${name}"`)
    else if (typeof value === 'object') report(`/info/${name}`, `"${name}" must be text`)
    // Without quotes, YAML reads the version 1.0 as a number.
    info[name] = typeof value === 'object' ? '' : String(value ?? '')
  }
}

function checkPaths (document: OpenApiDocument, report: Report): void {
  if (document.paths === undefined) return
  if (!isObject(document.paths)) return report('/paths', 'must be an object that holds a path item for each path')
  const taken: Taken = { operationIds: new Map(), templates: new Map() }
  for (const [path, part] of Object.entries(document.paths)) {
    if (path.startsWith('x-')) continue
    const pointer = `/paths/${escapePointer(path)}`
    if (!path.startsWith('/')) report(pointer, `the path "${path}" must begin with a slash`)
    checkPathItem(document, { path, part, pointer, taken }, report)
  }
}

/** The operation that uses each id and path template. */
interface Taken {
  readonly operationIds: Map<string, string>
  readonly templates: Map<string, string>
}

interface PathPart {
  readonly path: string
  readonly part: unknown
  readonly pointer: string
  readonly taken: Taken
}

function checkPathItem (document: OpenApiDocument, { path, part, pointer, taken }: PathPart, report: Report): void {
  if (!isObject(part)) return report(pointer, 'must be an object that holds the operations of this path')
  const item = resolveRef<JsonObject>(document, part, pointer)
  if (item === undefined || !isObject(item.value)) return
  checkAdditionalMethods(item, report)
  for (const pathMethod of listMethods(item)) {
    checkUnique(pathMethod, { path, taken }, report)
    const { method, definition, pointer: where } = pathMethod
    if (!isObject(definition)) {
      report(where, `${method} ${path} must be an object`)
      continue
    }
    checkOperation(document, { path, item: item.value, itemPointer: item.pointer, definition, pointer: where }, report)
  }
}

function checkAdditionalMethods ({ value, pointer }: Located<JsonObject>, report: Report): void {
  const additional = isObject(value.additionalOperations) ? value.additionalOperations : {}
  for (const method of Object.keys(additional)) {
    if (ADDITIONAL_METHODS.has(method)) continue
    const message = `the method "${method}" cannot be served (known: ${[...ADDITIONAL_METHODS].join(', ')})`
    report(`${pointer}/additionalOperations/${escapePointer(method)}`, message)
  }
}

/** Reports an operation with the path template or the operationId of an earlier one. */
function checkUnique (
  { method, definition, pointer }: PathMethod, { path, taken }: Pick<PathPart, 'path' | 'taken'>, report: Report
): void {
  const title = `${method} ${path}`
  const sameTemplate = take(taken.templates, `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`, title)
  if (sameTemplate !== undefined) {
    report(pointer, `${title} has the same template as ${sameTemplate}: remove one of them`)
  }
  if (!isObject(definition) || definition.operationId === undefined) return
  const id = String(definition.operationId)
  const sameId = take(taken.operationIds, id, title)
  if (sameId !== undefined) {
    const message = `the operationId "${id}" is used by ${sameId} as well: give each operation its own`
    report(`${pointer}/operationId`, message)
  }
}

/** Takes a key for an operation; returns the operation that has it already. */
function take (taken: Map<string, string>, key: string, title: string): string | undefined {
  const other = taken.get(key)
  if (other === undefined) taken.set(key, title)
  return other
}
