import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from './operation-of.ts'

export interface Sent {
  readonly contentType: string
  readonly bytes: string | Buffer
}

/** Reads a body with what is declared for its media type: its value, or what is wrong with it. */
export function readBody (
  { bytes, contentType }: Sent,
  declared: object,
  { name = contentType.replace(/;.*/, ''), ...rest }: { name?: string, components?: object } = {}
): unknown {
  const operation = operationOf({ requestBody: { content: { [name]: declared } } }, rest)
  const reading = createRequestValidator(operation)({
    path: {},
    query: '',
    headers: { 'content-type': contentType },
    body: Buffer.from(bytes)
  })
  return reading.kind === 'valid'
    ? reading.parts.body
    : { kind: reading.kind, messages: reading.violations.map(({ message }) => message) }
}
