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

/** Gives a Swagger 2.0 document the form of OpenAPI 3, in place; its schemas and references stay as they are. */
export function upgradeSwagger (document: JsonObject, move: Move): void {
  const source: SwaggerSource = { document: { parameters: document.parameters, responses: document.responses }, consumes: document.consumes, produces: document.produces, move }
  const components: JsonObject = isObject(document.components) ? document.components : {}
  if (isObject(document.definitions)) {
    components.schemas = document.definitions
    move('/components/schemas', '/definitions')
  }
  components.parameters = upgradeEach(document.parameters, (part, name) =>
    part.in === 'body' || part.in === 'formData' ? undefined : upgradeParameter(part, { to: `/components/parameters/${name}`, from: `/parameters/${name}`, move }))
  components.responses = upgradeEach(document.responses, (part, name) =>
    upgradeResponse(part, { to: `/components/responses/${name}`, from: `/responses/${name}`, move, produces: document.produces }))
  components.securitySchemes = upgradeEach(document.securityDefinitions, upgradeSecurityScheme)
  move('/components/securitySchemes', '/securityDefinitions')
  upgradePaths(document, source)
  const servers = listServers(document)
  if (servers.length > 0) document.servers = servers
  for (const name of REPLACED) delete document[name]
  document.components = components
}

const REPLACED = ['swagger', 'host', 'basePath', 'schemes', 'consumes', 'produces', 'definitions', 'parameters', 'responses', 'securityDefinitions']

function upgradePaths (document: JsonObject, source: SwaggerSource): void {
  const done = new Set<object>()
  for (const [path, part] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    const item = isObject(part) ? resolveRef<JsonObject>(document, part, `/paths/${escapePointer(path)}`) : undefined
    // The aliases of YAML make one object appear in several places.
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

function upgradeEach (parts: unknown, upgrade: (part: JsonObject, name: string) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(isObject(parts) ? parts : {}).flatMap(([name, part]) => {
    if (!isObject(part)) return [[name, part]]
    const upgraded = typeof part.$ref === 'string' ? part : upgrade(part, escapePointer(name))
    return upgraded === undefined ? [] : [[name, upgraded]]
  }))
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
