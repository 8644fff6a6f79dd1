import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import { isObject } from '../documents/is-object.ts'
import { isJson } from '../messages/media-type.ts'
import { followSchema } from './member.ts'

/** The response of an operation to a request that succeeds. */
export interface Success {
  readonly status: number
  readonly response: ResponseDefinition
  /** The schema of the JSON body; `undefined` when there is no body, or none in JSON. */
  readonly schema: SchemaReference | undefined
  /** Whether there is a body, in any media type. */
  readonly hasBody: boolean
}

/**
 * Returns the success of an operation: the first of the preferred statuses that it documents, else its first success.
 */
export function successOf (operation: Operation, preferred: readonly string[] = []): Success | undefined {
  const response = preferred
    .map(status => operation.responses.find(one => one.status === status))
    .find(one => one !== undefined) ?? successResponse(operation)
  if (response === undefined || !/^(2|default)/.test(response.status)) return undefined
  const { schema } = response.content.find(({ name }) => isJson(name)) ?? {}
  return {
    status: statusOf(response),
    response,
    schema: schema && followSchema(schema),
    hasBody: response.content.length > 0
  }
}

/** Returns the first example of an operation's success. */
export function exampleOf (operation: Operation | undefined): unknown {
  const success = operation && successOf(operation)
  const examples = success?.response.content.flatMap(({ examples }) => examples) ?? []
  return examples.find(({ value }) => value !== undefined)?.value
}

/** Returns a member of an example; `undefined` when the example is no object. */
export function memberOf (example: unknown, name: string): unknown {
  return isObject(example) ? example[name] : undefined
}
