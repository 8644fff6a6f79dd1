import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { resolveRef } from './resolve-ref.ts'
import { upgradeBody } from './upgrade-body.ts'
import type { BodyParameter } from './upgrade-body.ts'
import { upgradeParameter } from './upgrade-parameter.ts'
import { listMediaTypes, upgradeResponse } from './upgrade-response.ts'
import type { Move } from './upgrade-schema.ts'

/** What the operations of a Swagger 2.0 document refer to. */
export interface SwaggerSource {
  readonly document: { readonly parameters: unknown, readonly responses: unknown }
  readonly consumes: unknown
  readonly produces: unknown
  readonly move: Move
}

interface OperationPlace {
  readonly pointer: string
  /** What the path item says of bodies. */
  readonly shared: readonly BodyParameter[]
  readonly source: SwaggerSource
}

/** Gives an operation of Swagger 2.0 the form of OpenAPI 3, in place. */
export function upgradeOperation (operation: JsonObject, { pointer, shared, source }: OperationPlace): void {
  const { move } = source
  const { parameters, bodies } = upgradeParameterList(operation.parameters, `${pointer}/parameters`, source)
  const body = upgradeBody([...shared, ...bodies], { consumes: listMediaTypes(operation.consumes, source.consumes), to: `${pointer}/requestBody`, move })
  if (operation.parameters !== undefined) operation.parameters = parameters
  if (body !== undefined) operation.requestBody = body
  const produces = listMediaTypes(operation.produces, source.produces)
  if (isObject(operation.responses)) {
    operation.responses = Object.fromEntries(Object.entries(operation.responses).map(([status, part]) => {
      const to = `${pointer}/responses/${escapePointer(status)}`
      const response = isObject(part) && !status.startsWith('x-') ? lookUp(source, part, to) : undefined
      return [status, response === undefined ? part : upgradeResponse(response.value, { to, from: response.pointer, move, produces })]
    }))
  }
  delete operation.consumes
  delete operation.produces
}

/** Parts a list of parameters into those that OpenAPI 3 has as such, and those that make a body. */
export function upgradeParameterList (list: unknown, at: string, source: SwaggerSource): { parameters: unknown[], bodies: BodyParameter[] } {
  const parameters: unknown[] = []
  const bodies: BodyParameter[] = []
  for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
    const from = `${at}/${index}`
    const found = isObject(part) ? lookUp(source, part, from) : undefined
    const to = `${at}/${parameters.length}`
    if (found?.value.in === 'body' || found?.value.in === 'formData') bodies.push({ value: found.value, pointer: found.pointer })
    else if (found === undefined) parameters.push(part)
    else parameters.push(found.pointer === from ? upgradeParameter(found.value, { to, from, move: source.move }) : part)
    if (found === undefined || found.pointer !== from) source.move(to, from)
  }
  return { parameters, bodies }
}

/** What a part means; `undefined` for a reference that leads nowhere. */
function lookUp ({ document }: SwaggerSource, part: JsonObject, pointer: string): { value: JsonObject, pointer: string } | undefined {
  return resolveRef<JsonObject>(document, part, pointer)
}
