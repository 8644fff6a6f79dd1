import type { FastifyInstance } from 'fastify'
import { MalformedRequest } from '../errors.ts'
import { parseBody } from '../messages/parse-body.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { withViolations } from '../schemas/with-violations.ts'

/**
 * Parses every body as JSON, whatever its content type: command-line clients often send none. Rejects
 * JSON on which parsers disagree.
 */
export function readJsonBodies (app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) => {
    if (bytes.length === 0) return undefined
    const reading = parseBody(bytes, 'application/json', undefined)
    if (reading.violations.length > 0) {
      const violations = new ViolationList()
      violations.addAll(reading)
      throw withViolations(MalformedRequest, violations.list())
    }
    return reading.kind === 'value' ? reading.value : undefined
  })
}
