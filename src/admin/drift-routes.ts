import type { FastifyPluginAsync } from 'fastify'
import type { DriftFormatName } from '../drift/drift-format-names.ts'
import type { AdminOptions } from './admin-options.ts'
import { deleteDrift, readDrift } from './drift-schemas.ts'

interface DriftRequest {
  Querystring: { readonly format?: DriftFormatName }
}

/** Reports and resets where the service that requests are passed on to and the contracts differ. */
export const driftRoutes: FastifyPluginAsync<AdminOptions> = async (app, { drift }) => {
  app.get<DriftRequest>('/drift', { schema: readDrift }, async ({ query: { format = 'json' } }, reply) => {
    const report = await drift?.report()
    if (format === 'json' || report === undefined) return report
    // Only one in many servers is asked for it.
    const { DRIFT_FORMATS } = await import('../drift/drift-formats.ts')
    const { mediaType, write } = DRIFT_FORMATS[format]
    return reply.type(mediaType).send(write(report))
  })

  app.delete('/drift', { schema: deleteDrift }, async (_request, reply) => {
    drift?.reset()
    return reply.code(204).send()
  })
}
