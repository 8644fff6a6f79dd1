import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Part } from '../documents/walk-document.ts'
import type { Lose } from './loss.ts'

/** The members that OpenAPI 3.2 adds, by kind of part; what describes only is left out without a word. */
const NEWER: Partial<Readonly<Record<PartKind, Readonly<Record<string, string>>>>> = {
  pathItem: { query: 'the method QUERY is left out', additionalOperations: 'operations of other methods are left out' },
  mediaType: {
    itemSchema: 'the schema of the items of a sequence is left out',
    prefixEncoding: 'the encoding of the parts of a multipart body is left out',
    itemEncoding: 'the encoding of the parts of a multipart body is left out'
  },
  securityScheme: { oauth2MetadataUrl: '', deprecated: '' }
}

/** Removes what OpenAPI 3.2 adds to 3.1 from a document, in place. */
export function dropNewerMembers (document: JsonObject, lose: Lose): void {
  delete document.$self
  const { components, servers, tags } = document
  for (const tag of objectsOf(tags)) dropMembers(tag, ['summary', 'parent', 'kind'])
  dropServerNames(servers)
  if (isObject(components) && isObject(components.mediaTypes)) inlineMediaTypes(document, components.mediaTypes)
  const isQuerystring = (parameter: unknown): boolean => {
    return isObject(parameter) && resolveRef<JsonObject>(document, parameter, '')?.value.in === 'querystring'
  }
  walkDocument(document, part => {
    const names = NEWER[part.kind] ?? {}
    for (const [name, message] of Object.entries(names)) {
      if (part.value[name] === undefined) continue
      if (message !== '') lose(`${part.pointer}/${name}`, message)
      delete part.value[name]
    }
    dropQuerystring(part, isQuerystring, lose)
    rewriteNewer(part, lose)
  })
  if (isObject(components)) delete components.mediaTypes
}

function rewriteNewer ({ kind, pointer, value }: Part, lose: Lose): void {
  switch (kind) {
    case 'pathItem':
    case 'operation': return dropServerNames(value.servers)
    case 'response': return describeResponse(value)
    case 'example': return valueOfExample(value)
    case 'parameter': if (value.style === 'cookie') value.style = 'form'; return
    case 'securityScheme': return dropDeviceFlow(value, pointer, lose)
    case 'schema': return rewriteSchema(value, pointer, lose)
    default:
  }
}

/** Removes the parameter that is the whole query. */
function dropQuerystring ({ kind, pointer, value }: Part, isOne: (parameter: unknown) => boolean, lose: Lose): void {
  const { parameters } = value
  if (kind === 'components' && isObject(parameters)) {
    for (const name of Object.keys(parameters)) {
      if (isOne(parameters[name])) delete parameters[name]
    }
  }
  if (!Array.isArray(parameters) || !parameters.some(isOne)) return
  lose(`${pointer}/parameters`, 'the parameter that is the whole query is left out')
  value.parameters = parameters.filter(parameter => !isOne(parameter))
}

function describeResponse (response: JsonObject): void {
  if (typeof response.$ref === 'string') return
  response.description ??= response.summary ?? ''
  delete response.summary
}

function valueOfExample (example: JsonObject): void {
  if ('dataValue' in example) example.value ??= example.dataValue
  else if ('serializedValue' in example) example.value ??= example.serializedValue
  dropMembers(example, ['dataValue', 'serializedValue'])
}

function dropDeviceFlow ({ flows }: JsonObject, pointer: string, lose: Lose): void {
  if (!isObject(flows) || flows.deviceAuthorization === undefined) return
  lose(`${pointer}/flows/deviceAuthorization`, 'the flow for devices is left out')
  delete flows.deviceAuthorization
}

function rewriteSchema ({ discriminator, xml }: JsonObject, pointer: string, lose: Lose): void {
  if (isObject(discriminator) && 'defaultMapping' in discriminator) {
    lose(`${pointer}/discriminator`, 'the schema for other values of the discriminator is left out')
    delete discriminator.defaultMapping
  }
  if (!isObject(xml) || xml.nodeType === undefined) return
  if (xml.nodeType === 'attribute') xml.attribute = true
  else if (xml.nodeType !== 'element') lose(`${pointer}/xml`, 'the kind of the node in XML is left out')
  delete xml.nodeType
}

/** Replaces references to shared media types by what they name. */
function inlineMediaTypes (document: JsonObject, shared: JsonObject): void {
  walkDocument(document, ({ kind, value }) => {
    if (kind !== 'mediaType' || typeof value.$ref !== 'string') return
    const name = decodeURIComponent(value.$ref.replace('#/components/mediaTypes/', '')).replaceAll('~1', '/')
    const target = Object.hasOwn(shared, name) ? shared[name] : undefined
    delete value.$ref
    Object.assign(value, structuredClone(target))
  })
}

function dropServerNames (servers: unknown): void {
  for (const server of objectsOf(servers)) dropMembers(server, ['name'])
}

function dropMembers (part: JsonObject, names: readonly string[]): void {
  for (const name of names) delete part[name]
}

function objectsOf (list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}
