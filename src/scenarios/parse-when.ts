import type { MediaType, Operation } from '../contract/contract.ts'
import { schemaValidator } from '../validation/schemas.ts'
import { ViolationList } from '../validation/violation-list.ts'
import type { Violation } from '../validation/violation.ts'
import { readMembers, readObject, refuseStub, refuseWord } from './stub-json.ts'
import type { When } from './when.ts'

const PARTS = ['path', 'query', 'headers', 'cookies'] as const

/** Reads what a stub's requests must have. Refuses what no valid request of the operation could have. */
export function parseWhen (value: unknown, operation: Operation): When {
  const members = readMembers(value, 'when', [...PARTS, 'body'])
  for (const part of PARTS) {
    if (members[part] !== undefined) readObject(members[part], `when.${part}`)
  }
  const { path, body } = members
  const placeholders = operation.parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
  const unknown = Object.keys(path ?? {}).find(name => !placeholders.includes(name))
  if (unknown !== undefined) refuseWord(`in when.path, the parameter of ${operation.id}`, unknown, placeholders)
  if (body !== undefined) checkBody(body, operation)
  return members
}

function checkBody (body: unknown, { id, body: declared }: Operation): void {
  if (declared === undefined) return refuseStub(`when.body: ${id} takes no body`)
  const problems = declared.content.map(mediaType => findUnknownMembers(body, mediaType))
  const violations = problems[0] ?? []
  if (violations.length === 0 || problems.some(({ length }) => length === 0)) return
  refuseStub(`when.body can match no request of ${id}: ${violations.map(({ message }) => message).join('; ')}`, violations)
}

/** The body of a `when` is partial, so that only members which the schema does not allow are wrong in it for certain. */
function findUnknownMembers (body: unknown, { schema }: MediaType): readonly Violation[] {
  const errors = schema && schemaValidator(schema)(body)
  // Within alternatives, such a member may only say that another one is meant.
  if (schema === undefined || errors === undefined || errors.some(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')) return []
  const violations = new ViolationList()
  violations.addErrors(errors.filter(({ keyword }) => keyword === 'additionalProperties'), schema, { in: 'body', pointer: '' })
  return violations.list()
}
