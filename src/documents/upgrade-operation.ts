import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { resolveRef } from './resolve-ref.ts'
import type { Located } from './resolve-ref.ts'
import { upgradeBody } from './upgrade-body.ts'
import type { BodyParameter } from './upgrade-body.ts'
import { upgradeParameter } from './upgrade-parameter.ts'
import { listMediaTypes, upgradeResponse } from './upgrade-response.ts'
import type { Move } from './upgrade-schema.ts'

/** The members of a Swagger 2.0 document that its operations refer to. */
export interface SwaggerSource {
  readonly document: { readonly parameters: unknown, readonly responses: unknown }
  readonly consumes: unknown
  readonly produces: unknown
  readonly move: Move
}

interface OperationPlace {
  readonly pointer: string
  /** The body parameters of the path item. */
  readonly shared: readonly BodyParameter[]
  readonly source: SwaggerSource
}

/** Converts an operation of Swagger 2.0 to OpenAPI 3, in place. */
export function upgradeOperation (operation: JsonObject, { pointer, shared, source }: OperationPlace): void {
  const { parameters, bodies } = upgradeParameterList(operation.parameters, `${pointer}/parameters`, source)
  if (operation.parameters !== undefined) operation.parameters = parameters

  const consumes = listMediaTypes(operation.consumes, source.consumes)
  const body = upgradeBody([...shared, ...bodies], { consumes, to: `${pointer}/requestBody`, move: source.move })
  if (body !== undefined) operation.requestBody = body

  if (isObject(operation.responses)) {
    const produces = listMediaTypes(operation.produces, source.produces)
    operation.responses = upgradeResponses(operation.responses, { pointer: `${pointer}/responses`, produces, source })
  }
  delete operation.consumes
  delete operation.produces
}

interface ResponsesPlace {
  readonly pointer: string
  readonly produces: readonly string[]
  readonly source: SwaggerSource
}

function upgradeResponses (responses: JsonObject, { pointer, produces, source }: ResponsesPlace): JsonObject {
  const upgraded: JsonObject = {}
  for (const [status, part] of Object.entries(responses)) {
    const to = `${pointer}/${escapePointer(status)}`
    const response = isObject(part) && !status.startsWith('x-') ? lookUp(source, part, to) : undefined
    upgraded[status] = response === undefined
      ? part
      : upgradeResponse(response.value, { to, from: response.pointer, move: source.move, produces })
  }
  return upgraded
}

interface UpgradedParameters {
  readonly parameters: unknown[]
  readonly bodies: BodyParameter[]
}

/** Converts a list of parameters, and separates those that become the request body in OpenAPI 3. */
export function upgradeParameterList (list: unknown, at: string, source: SwaggerSource): UpgradedParameters {
  const parameters: unknown[] = []
  const bodies: BodyParameter[] = []
  for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
    const from = `${at}/${index}`
    const to = `${at}/${parameters.length}`
    const found = isObject(part) ? lookUp(source, part, from) : undefined
    const isReference = found === undefined || found.pointer !== from
    if (found !== undefined && isBody(found.value)) bodies.push(found)
    else parameters.push(isReference ? part : upgradeParameter(found.value, { to, from, move: source.move }))
    if (isReference) source.move(to, from)
  }
  return { parameters, bodies }
}

function isBody (parameter: JsonObject): boolean {
  return parameter.in === 'body' || parameter.in === 'formData'
}

/** Resolves a part; returns `undefined` for a reference without a target. */
function lookUp ({ document }: SwaggerSource, part: JsonObject, pointer: string): Located<JsonObject> | undefined {
  return resolveRef<JsonObject>(document, part, pointer)
}
