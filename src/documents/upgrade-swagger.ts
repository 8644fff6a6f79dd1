import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { resolveRef } from './resolve-ref.ts'
import type { Move } from './upgrade-schema.ts'
import { upgradeOperation, upgradeParameterList } from './upgrade-operation.ts'
import type { SwaggerSource } from './upgrade-operation.ts'
import { upgradeParameter } from './upgrade-parameter.ts'
import { upgradeResponse } from './upgrade-response.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']

/** The members of Swagger 2.0 that OpenAPI 3 has elsewhere. */
const REPLACED = [
  'swagger', 'host', 'basePath', 'schemes', 'consumes', 'produces', 'definitions', 'parameters', 'responses',
  'securityDefinitions'
]

/** Converts a Swagger 2.0 document to OpenAPI 3, in place, but neither its schemas nor its references. */
export function upgradeSwagger (document: JsonObject, move: Move): void {
  const { consumes, produces, parameters, responses } = document
  const components = upgradeComponents(document, move)
  upgradePaths(document, { document: { parameters, responses }, consumes, produces, move })
  const servers = listServers(document)
  if (servers.length > 0) document.servers = servers
  for (const name of REPLACED) delete document[name]
  document.components = components
}

function upgradeComponents (document: JsonObject, move: Move): JsonObject {
  const { produces } = document
  const components: JsonObject = isObject(document.components) ? document.components : {}
  if (isObject(document.definitions)) {
    components.schemas = document.definitions
    move('/components/schemas', '/definitions')
  }
  components.parameters = upgradeEach(document.parameters, (part, name) => {
    // OpenAPI 3 has no such parameters: upgradeOperation makes request bodies of them.
    if (part.in === 'body' || part.in === 'formData') return undefined
    return upgradeParameter(part, { to: `/components/parameters/${name}`, from: `/parameters/${name}`, move })
  })
  components.responses = upgradeEach(document.responses, (part, name) =>
    upgradeResponse(part, { to: `/components/responses/${name}`, from: `/responses/${name}`, move, produces }))
  components.securitySchemes = upgradeEach(document.securityDefinitions, upgradeSecurityScheme)
  move('/components/securitySchemes', '/securityDefinitions')
  return components
}

/** Converts each part by its name, except references; omits parts for which `upgrade` returns `undefined`. */
function upgradeEach (parts: unknown, upgrade: (part: JsonObject, token: string) => unknown): JsonObject {
  const upgraded: JsonObject = {}
  for (const [name, part] of Object.entries(isObject(parts) ? parts : {})) {
    const isDefinition = isObject(part) && typeof part.$ref !== 'string'
    const value = isDefinition ? upgrade(part, escapePointer(name)) : part
    if (value !== undefined) upgraded[name] = value
  }
  return upgraded
}

function upgradePaths (document: JsonObject, source: SwaggerSource): void {
  // By the aliases of YAML, one object can be in several places.
  const done = new Set<object>()
  for (const [path, part] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    const item = isObject(part) ? resolveRef<JsonObject>(document, part, `/paths/${escapePointer(path)}`) : undefined
    if (item === undefined || !isObject(item.value) || done.has(item.value)) continue
    done.add(item.value)
    const shared = upgradeParameterList(item.value.parameters, `${item.pointer}/parameters`, source)
    for (const method of METHODS) {
      const operation = item.value[method]
      if (!isObject(operation) || done.has(operation)) continue
      done.add(operation)
      upgradeOperation(operation, { pointer: `${item.pointer}/${method}`, shared: shared.bodies, source })
    }
    if (item.value.parameters !== undefined) item.value.parameters = shared.parameters
  }
}

function listServers ({ host, basePath, schemes }: JsonObject): Array<{ url: string }> {
  const path = typeof basePath === 'string' ? basePath : ''
  if (typeof host !== 'string') return path === '' ? [] : [{ url: path }]
  const list = Array.isArray(schemes) && schemes.length > 0 ? schemes : ['https']
  return list.map(scheme => ({ url: `${String(scheme)}://${host}${path}` }))
}

/** The names that OpenAPI 3 gives to the OAuth 2 flows of Swagger 2.0. */
const FLOWS: Readonly<Record<string, string>> = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accessCode: 'authorizationCode'
}

/** Converts a security scheme of Swagger 2.0 to OpenAPI 3. */
function upgradeSecurityScheme (scheme: JsonObject): JsonObject {
  if (scheme.type === 'basic') return { ...scheme, type: 'http', scheme: 'basic' }
  if (scheme.type !== 'oauth2') return scheme
  const { flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme
  const name = FLOWS[String(flow)] ?? String(flow)
  const members = Object.entries({ authorizationUrl, tokenUrl, scopes }).filter(([, value]) => value !== undefined)
  return { ...rest, flows: { [name]: Object.fromEntries(members) } }
}
