import type { FastifyPluginAsync } from 'fastify'
import type { AdminOptions } from './admin-options.ts'
import { closed } from '../schemas/closed.ts'

/** Tells that the server answers, and what it serves. It asks for no token, so that whoever watches over the server needs none. */
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
  summary: 'Tell that the server answers, and what it serves',
  security: [],
  response: {
    200: closed('It answers.', {
      status: { type: 'string', const: 'ok' },
      version: { type: 'string', description: 'The version of the stand-in.' },
      apis: {
        type: 'array',
        items: { type: 'string' },
        description: 'The names of the APIs that it serves.'
      }
    })
  }
}
