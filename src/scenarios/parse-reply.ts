import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Operation } from '../contract/contract.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import { findResponse } from '../validation/response-validator.ts'
import { readMembers, readObject, refuseStub, refuseWord } from './stub-json.ts'
import type { StubReply } from './stub.ts'

/** Reads a stub's reply; without a status it is the operation's best success. Whether it keeps to the contract is not looked at here. */
export function parseReply (value: unknown, operation: Operation): StubReply {
  const { status: given, headers, body, example } = readMembers(value, 'reply', ['status', 'headers', 'body', 'example'])
  const status = given === undefined ? defaultStatus(operation) : readStatus(given)
  if (body !== undefined && example !== undefined) refuseStub('reply has a body and an example, and can give only one of them')
  return {
    status,
    ...headers !== undefined && { headers: readHeaders(headers) },
    ...body !== undefined && { body },
    ...example !== undefined && { example: readExample(example, status, operation) }
  }
}

function defaultStatus (operation: Operation): number {
  const success = successResponse(operation)
  return success === undefined ? 200 : statusOf(success)
}

function readStatus (status: unknown): number {
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) return status
  return refuseStub(`reply.status must be a whole number from 200 to 599, but is ${JSON.stringify(status)}`)
}

function readHeaders (value: unknown): Record<string, string> {
  const headers = Object.entries(readObject(value, 'reply.headers'))
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), readHeader(name, value)]))
}

function readHeader (name: string, value: unknown): string {
  if (typeof value === 'object') refuseStub(`reply.headers.${name} must be text`)
  const text = String(value)
  try {
    validateHeaderName(name)
    validateHeaderValue(name, text)
  } catch {
    refuseStub(`reply.headers: "${name}: ${text}" is no header that can be sent`)
  }
  return text
}

function readExample (example: unknown, status: number, operation: Operation): string {
  const known = findResponse(operation, status)?.content.flatMap(({ examples }) => examples.map(({ name }) => name)) ?? []
  if (typeof example === 'string' && known.includes(example)) return example
  return refuseWord(`in reply, the example of ${operation.id} ${status}`, String(example), [...new Set(known)])
}
