import type { FastifyInstance } from 'fastify'
import { MalformedRequest } from '../errors.ts'
import { parseBody } from '../messages/parse-body.ts'
import { withViolations } from '../schemas/with-violations.ts'

/**
 * Reads every body as JSON, whatever it calls itself: clients on a command line often do not say. What JSON parsers disagree on
 * is refused.
 */
export function readJsonBodies (app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) => {
    if (bytes.length === 0) return undefined
    const reading = parseBody(bytes, 'application/json', undefined)
    if (reading.violations.length > 0) throw withViolations(MalformedRequest, reading.violations)
    return reading.kind === 'value' ? reading.value : undefined
  })
}
