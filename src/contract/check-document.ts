import type { OpenApiDocument } from './contract.ts'
import { checkOperation, checkSecurity } from './check-operation.ts'
import { checkReferences } from './check-references.ts'
import type { DocumentVisitor } from './check-references.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { ADDITIONAL_METHODS, METHODS, listMethods } from './list-methods.ts'
import { nearest } from '../documents/nearest.ts'
import type { Report } from '../documents/problem.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

const PATH_ITEM_MEMBERS: readonly string[] = [...METHODS, '$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']

/** Reports all that is faulty in a document, which is served in spite of it. What has to be mended for that is, in place. */
export function checkDocument (document: OpenApiDocument, report: Report, visitor?: DocumentVisitor): void {
  checkReferences(document, report, visitor)
  checkSecurity(document, document.security, '/security', report)
  checkPaths(document, report)
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
  for (const member of Object.keys(item.value)) {
    if (member.startsWith('x-') || PATH_ITEM_MEMBERS.includes(member)) continue
    const near = nearest(member, PATH_ITEM_MEMBERS)
    report(`${item.pointer}/${escapePointer(member)}`, `unknown method "${member}"${near === undefined ? '' : `, did you mean "${near}"?`} (known: ${METHODS.join(', ')})`)
  }
  for (const method of Object.keys(isObject(item.value.additionalOperations) ? item.value.additionalOperations : {})) {
    if (!ADDITIONAL_METHODS.has(method)) report(`${item.pointer}/additionalOperations/${escapePointer(method)}`, `the method "${method}" cannot be served (known: ${[...ADDITIONAL_METHODS].join(', ')})`)
  }
  for (const { method, definition, pointer: where } of listMethods(item)) {
    const title = `${method} ${path}`
    checkTaken(taken.templates, `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`, title, other => report(where, `${title} has the same template as ${other}: remove one of them`))
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
