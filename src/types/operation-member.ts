import type {
  Contract, MediaType, Operation, Parameter, Querystring, ResponseDefinition
} from '../contract/contract.ts'
import { block, blockOrNone, commentLines, memberName, quoted } from './block.ts'
import { FORM } from '../messages/media-type.ts'
import { schemaType } from './schema-type.ts'
import type { TypeNames } from './type-names.ts'
import { union } from './union.ts'

/** The places of parameters by the names that stubs and verifications use. */
const PLACES = { path: 'path', query: 'query', headers: 'header', cookies: 'cookie' } as const

interface OperationContext {
  readonly source: Contract
  readonly names: TypeNames
}

/** Writes an operation as a member: the parts of its requests, and its replies by status. */
export function operationMember (operation: Operation, source: Contract, names: TypeNames): string {
  const { body, definition, id, parameters, querystring, responses } = operation
  const context = { source, names }
  const request: string[] = []
  for (const [part, place] of Object.entries(PLACES)) {
    const inPlace = parameters.filter(parameter => parameter.in === place)
    if (inPlace.length > 0) request.push(`${part}: ${parametersType(inPlace, context)}`)
  }
  if (querystring !== undefined) request.push(querystringMember(querystring, context))
  if (body !== undefined) request.push(`body${body.required ? '' : '?'}: ${contentType(body.content, context)}`)
  const replies = responses.map(response => replyMember(response, context))
  const members = [`request: ${blockOrNone(request)}`, `replies: ${blockOrNone(replies)}`]
  return [...commentLines(definition.summary ?? definition.description), `${quoted(id)}: ${block(members)}`].join('\n')
}

/** The members of a form are those of the query; any other value is under the name of its parameter. */
function querystringMember ({ mediaType, name, required }: Querystring, context: OperationContext): string {
  const type = contentType([mediaType], context)
  if (mediaType.name === FORM) return `query${required ? '' : '?'}: ${type}`
  return `query: ${block([`${memberName(name)}${required ? '' : '?'}: ${type}`])}`
}

function parametersType (parameters: readonly Parameter[], context: OperationContext): string {
  return block(parameters.map(({ name, required, schema }) =>
    `${memberName(name)}${required ? '' : '?'}: ${schemaType(schema?.definition, context)}`))
}

function replyMember ({ content, description, status }: ResponseDefinition, context: OperationContext): string {
  const name = /^\d+$/.test(status) ? status : memberName(status)
  const type = content.length === 0 ? 'undefined' : contentType(content, context)
  return [...commentLines(description), `${name}: ${type}`].join('\n')
}

function contentType (content: readonly MediaType[], context: OperationContext): string {
  return union(content.map(({ name, schema }) => {
    if (schema !== undefined) return schemaType(schema.definition, context)
    return name.startsWith('text/') ? 'string' : 'unknown'
  }))
}
