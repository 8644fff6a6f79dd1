import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, OpenApiDocument, Operation, OperationDefinition, SecurityScheme } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { parseBasePath } from './base-path.ts'
import { credentialPlaces } from './credential-places.ts'
import { listCallbacks } from './list-callbacks.ts'
import { namedParts } from './list-content.ts'
import { listMethods } from './list-methods.ts'
import type { PathMethod } from './list-methods.ts'
import { listParameters, readQuerystring } from './list-parameters.ts'
import { listResponses, readBody } from './list-responses.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'
import { ownMember } from '../documents/own-member.ts'

/**
 * Lists every operation of a document in its order, with the parameters, bodies and responses that it refers to.
 * It omits what is invalid, as `checkDocument` has reported that.
 */
export function listOperations (source: ContractSource): Operation[] {
  const operations: Operation[] = []
  const names = new Set<string>()
  const templates = new Set<string>()
  const credentials = credentialPlaces(source.document)
  for (const pathMethod of listPathMethods(source)) {
    const template = `${pathMethod.method} ${pathMethod.path.replace(/\{[^}]*\}/g, '{}')}`
    if (templates.has(template)) continue
    templates.add(template)
    const operation = toOperation(source, pathMethod, names)
    operations.push({ ...operation, credentials: { ...credentials, paths: [operation.path] } })
  }
  return operations
}

interface OperationSource extends PathMethod {
  readonly path: string
  readonly item: Located<JsonObject>
}

function listPathMethods (source: ContractSource): OperationSource[] {
  const listed: OperationSource[] = []
  for (const [path, part] of namedParts(source.document.paths as Readonly<Record<string, JsonObject>> | undefined)) {
    if (path.startsWith('x-')) continue
    const pointer = `/paths/${escapePointer(path)}`
    const item = resolveRef<JsonObject>(source.document, part, pointer)
    if (item === undefined) continue
    for (const method of listAllMethods(item, { value: part, pointer })) {
      if (isObject(method.definition)) listed.push({ path, item, ...method })
    }
  }
  return listed
}

/**
 * Lists the methods of a path item, and those beside its `$ref` that its target lacks (OpenAPI 3.1, Path Item
 * Object).
 */
function listAllMethods (item: Located<JsonObject>, own: Located<JsonObject>): PathMethod[] {
  const methods = listMethods(item)
  if (item.value === own.value) return methods
  const taken = new Set(methods.map(({ method }) => method))
  return [...methods, ...listMethods(own).filter(({ method }) => !taken.has(method))]
}

function toOperation (
  source: ContractSource,
  operation: OperationSource,
  takenNames: Set<string>
): Omit<Operation, 'credentials'> {
  const { path, item, method, pointer } = operation
  // An object that may break OpenAPI: its invalid members are omitted where they are read.
  const definition = operation.definition as OperationDefinition
  const operationId: unknown = definition.operationId
  const isUsable = typeof operationId === 'string' && operationId !== '' && !takenNames.has(operationId)
  const name = isUsable ? operationId : `${method} ${path}`
  takenNames.add(name)
  const parameterLists = [
    { list: item.value.parameters, pointer: `${item.pointer}/parameters` },
    { list: definition.parameters, pointer: `${pointer}/parameters` }
  ]
  return {
    id: `${source.name}.${name}`,
    api: source.name,
    name,
    method,
    path: path.startsWith('/') ? path : `/${path}`,
    pointer,
    basePath: source.isMounted ? source.basePath : serversPath([definition, item.value]) ?? source.basePath,
    definition,
    parameters: listParameters(source, path, parameterLists),
    querystring: readQuerystring(source, parameterLists),
    body: readBody(source, definition.requestBody, `${pointer}/requestBody`),
    responses: listResponses(source, definition.responses, `${pointer}/responses`),
    ...readSecurity(source.document, definition.security ?? source.document.security ?? []),
    callbacks: listCallbacks(source, definition.callbacks, `${pointer}/callbacks`)
  }
}

/** Returns the path of the nearest servers; `undefined` where neither operation nor path item has some. */
function serversPath (parts: ReadonlyArray<{ readonly servers?: unknown }>): string | undefined {
  const holder = parts.find(({ servers }) => Array.isArray(servers) && servers.length > 0)
  return holder === undefined ? undefined : parseBasePath(holder)
}

/** Reads the alternatives of an operation's security, which are optional where one of them requires no credential. */
function readSecurity (
  document: OpenApiDocument,
  requirements: unknown
): Pick<Operation, 'security' | 'optionalSecurity'> {
  const list: unknown[] = Array.isArray(requirements) ? requirements.filter(isObject) : []
  const alternatives = list.map(requirement => listSchemes(document, requirement as OpenApi.SecurityRequirementObject))
  // `{}` among the alternatives makes the others optional (OpenAPI 3.1, Security Requirement Object).
  if (alternatives.every(schemes => schemes.length > 0)) return { security: alternatives }
  return { security: [], optionalSecurity: alternatives.some(schemes => schemes.length > 0) ? alternatives : [] }
}

function listSchemes (document: OpenApiDocument, requirement: OpenApi.SecurityRequirementObject): SecurityScheme[] {
  const schemes: SecurityScheme[] = []
  for (const [name, scopes] of Object.entries(requirement)) {
    const part = ownMember(document.components?.securitySchemes ?? {}, name)
    const scheme = part === undefined ? undefined : resolveRef<OpenApi.SecuritySchemeObject>(document, part, '')
    if (scheme === undefined) continue
    schemes.push({ name, definition: scheme.value, scopes: Array.isArray(scopes) ? scopes : [] })
  }
  return schemes
}
