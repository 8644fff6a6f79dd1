import type { Contract, MediaType, Operation, Parameter } from '../contract/contract.ts'
import { schemaType } from './schema-type.ts'
import { block, blockOrNone, commentLines, memberName, quoted, union } from './type-syntax.ts'
import type { TypeNames } from './type-names.ts'

/** The parts of a request that parameters are in, as stubs and verifications call them. */
const PARTS = { path: 'path', query: 'query', headers: 'header', cookies: 'cookie' } as const

/** Writes an operation as a member: what its requests hold, and its replies by status. */
export function operationMember (operation: Operation, source: Contract, names: TypeNames): string {
  const { body, definition, id, parameters, responses } = operation
  const contentType = (content: readonly MediaType[]) => union(content.map(mediaType => mediaTypeType(mediaType, source, names)))
  const request = [
    ...Object.entries(PARTS).flatMap(([part, place]) => parametersMember(part, parameters.filter(parameter => parameter.in === place), source, names)),
    ...body === undefined ? [] : [`body${body.required ? '' : '?'}: ${contentType(body.content)}`]
  ]
  const replies = responses.map(({ content, description, status }) =>
    [...commentLines(description), `${/^\d+$/.test(status) ? status : memberName(status)}: ${content.length === 0 ? 'undefined' : contentType(content)}`].join('\n'))
  const members = [`request: ${blockOrNone(request)}`, `replies: ${blockOrNone(replies)}`]
  return [...commentLines(definition.summary ?? definition.description), `${quoted(id)}: ${block(members)}`].join('\n')
}

function parametersMember (part: string, parameters: readonly Parameter[], source: Contract, names: TypeNames): string[] {
  if (parameters.length === 0) return []
  const members = parameters.map(({ name, required, schema }) => `${memberName(name)}${required ? '' : '?'}: ${schemaType(schema?.definition, { source, names })}`)
  return [`${part}: ${block(members)}`]
}

function mediaTypeType ({ name, schema }: MediaType, source: Contract, names: TypeNames): string {
  if (schema !== undefined) return schemaType(schema.definition, { source, names })
  return name.startsWith('text/') ? 'string' : 'unknown'
}
