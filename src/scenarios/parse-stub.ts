import type { Operation } from '../contract/contract.ts'
import { isObject } from '../contract/is-object.ts'
import { createResponseValidator } from '../validation/response-validator.ts'
import type { ResponseValidator } from '../validation/response-validator.ts'
import { parseDuration } from '../worlds/duration.ts'
import { parseReply } from './parse-reply.ts'
import { parseWhen } from './parse-when.ts'
import { readMembers, refuseDepth, refuseStub, refuseWord } from './stub-json.ts'
import type { Stub, StubReply } from './stub.ts'
import { compileWhen } from './when.ts'

/** Makes a stub of what the admin API was sent. Throws `InvalidStub`. */
export type ParseStub = (value: unknown, id: string) => Stub

const MEMBERS = ['operation', 'when', 'reply', 'delay', 'times', 'contract']

/** The longest that an answer may wait, in milliseconds: a day. */
const LONGEST_DELAY = 86_400_000

/** Makes the reader of stubs for a server's operations. */
export function createStubParser (operations: readonly Operation[]): ParseStub {
  const validators = new Map<Operation, ResponseValidator>()
  const validatorOf = (operation: Operation): ResponseValidator => {
    const validate = validators.get(operation) ?? createResponseValidator(operation)
    validators.set(operation, validate)
    return validate
  }

  return (value, id) => {
    refuseDepth(value)
    const members = readMembers(value, 'the stub', MEMBERS)
    const operation = findOperation(members.operation, operations)
    const when = members.when === undefined ? undefined : parseWhen(members.when, operation)
    const reply = parseReply(members.reply ?? {}, operation)
    const contract = readContract(members.contract)
    const delayMs = readDelay(members.delay)
    const times = readTimes(members.times)
    if (contract === 'on') checkReply(reply, validatorOf(operation), operation)
    return {
      id,
      operation: operation.id,
      ...when && { when },
      reply,
      ...delayMs !== undefined && { delayMs },
      ...times !== undefined && { times },
      used: 0,
      contract,
      matches: compileWhen(when ?? {})
    }
  }
}

/** An operation by its name, `mews.addExport`, or as `{ method, path }` with the path as its document has it. */
function findOperation (value: unknown, operations: readonly Operation[]): Operation {
  if (value === undefined) return refuseStub('operation is missing: name one, such as "mews.addExport"')
  if (typeof value === 'string') {
    return operations.find(({ id }) => id === value) ?? refuseWord('the operation', value, operations.map(({ id }) => id))
  }
  if (!isObject(value)) return refuseStub('operation must be a name, or an object with method and path')
  const { method, path } = readMembers(value, 'operation', ['method', 'path'])
  const line = `${String(method).toUpperCase()} ${path}`
  const found = operations.filter(operation => lineOf(operation) === line)
  if (found.length > 1) return refuseStub(`${line} is an operation of several APIs: name one of ${found.map(({ id }) => id).join(', ')}`)
  return found[0] ?? refuseWord('the operation', line, operations.map(lineOf))
}

function lineOf ({ method, path }: Operation): string {
  return `${method} ${path}`
}

function readContract (value: unknown = 'on'): 'on' | 'off' {
  return value === 'on' || value === 'off' ? value : refuseStub(`contract must be "on" or "off", but is ${JSON.stringify(value)}`)
}

/** Milliseconds, or an ISO 8601 duration. */
function readDelay (value: unknown): number | undefined {
  if (value === undefined) return undefined
  const milliseconds = typeof value === 'string' ? parseDuration(value) : value
  if (typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= LONGEST_DELAY) return milliseconds
  return refuseStub(`delay must be milliseconds or a duration such as "PT0.5S", of a day at most, but is ${JSON.stringify(value)}`)
}

function readTimes (value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
  return refuseStub(`times must be a whole number from 1, but is ${JSON.stringify(value)}`)
}

function checkReply ({ status, headers = {}, body }: StubReply, validate: ResponseValidator, { id }: Operation): void {
  const violations = validate({ status, headers, body }).filter(violation => {
    // What is left out is filled in as documented when it answers.
    if (violation.in === 'header' && violation.rule === 'required') return false
    return body !== undefined || violation.in !== 'body'
  })
  if (violations.length === 0) return
  refuseStub(`its reply breaks the contract of ${id} (contract: "off" lets it): ${violations.map(({ message }) => message).join('; ')}`, violations)
}
