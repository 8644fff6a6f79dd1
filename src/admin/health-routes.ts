import type { FastifyPluginAsync } from 'fastify'
import type { AdminOptions } from './admin-options.ts'
import { closed } from '../schemas/closed.ts'

/** The health check. It needs no token, so that orchestrators and load balancers can call it. */
export const healthRoutes: FastifyPluginAsync<Pick<AdminOptions, 'contracts' | 'version'>> = async (
  app,
  { contracts, version }
) => {
  app.get('/health', { schema: readHealth }, async () => ({
    status: 'ok',
    version,
    apis: contracts.map(({ name }) => name)
  }))
}

const readHealth = {
  operationId: 'readHealth',
  tags: ['server'],
  summary: 'Health check',
  security: [],
  response: {
    200: closed('The server is up.', {
      status: { type: 'string', const: 'ok' },
      version: { type: 'string', description: 'The version of standin.' },
      apis: {
        type: 'array',
        items: { type: 'string' },
        description: 'The names of the served APIs.'
      }
    })
  }
}
