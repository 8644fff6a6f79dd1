import type { FastifyPluginAsync } from 'fastify'
import { NoAuthority } from '../errors.ts'
import type { AdminOptions } from './admin-options.ts'

/** The certificate of the authority that clients are to trust. It needs no token: it is no secret. */
export const authorityRoutes: FastifyPluginAsync<Pick<AdminOptions, 'certificate'>> = async (app, { certificate }) => {
  app.get('/ca.pem', { schema: readAuthority }, async (_request, reply) => {
    if (certificate === undefined) throw new NoAuthority('the server speaks no TLS, as it was started without --tls')
    const { authority } = certificate
    if (authority === undefined) throw new NoAuthority('the certificate is one that was given with --cert')
    return reply.type('application/x-pem-file').send(Buffer.from(authority))
  })
}

const readAuthority = {
  operationId: 'readAuthority',
  tags: ['server'],
  summary: 'Get the certificate authority',
  description:
    'The certificate of the authority that signed the one of the server, for clients that are to trust ' +
    'it: `curl --cacert`, `NODE_EXTRA_CA_CERTS`.',
  security: [],
  response: {
    200: {
      description: 'The certificate, as PEM.',
      content: { 'application/x-pem-file': { schema: { type: 'string' } } }
    },
    404: { description: 'The server has made no certificate.', $ref: 'Problem#' }
  }
}
