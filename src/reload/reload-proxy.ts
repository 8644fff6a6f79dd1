import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { forward } from '../apis/forward.ts'
import { createLog } from '../apis/log.ts'
import { secureServer } from '../apis/secure-server.ts'
import type { AppOptions } from '../server.ts'

/**
 * Creates an app that listens, and forwards every request as it is to the app that is current when it comes.
 */
export function createReloadProxy (current: () => FastifyInstance, options: AppOptions): FastifyInstance {
  const { certificate, log, logFormat } = options
  const proxy = Fastify({
    ...certificate && secureServer(certificate),
    logController: new LogController({ disableRequestLogging: true }),
    // The other app reports what is wrong with a URL.
    rewriteUrl: () => '/'
  })
  if (log !== 'silent') proxy.log = createLog(log, logFormat)
  proxy.decorate('certificate', certificate)
  proxy.decorate('contracts', { getter: () => current().contracts })
  // There is no route: a request is forwarded once the hooks `onRequest` have run, before its body is read.
  proxy.addHook('preParsing', (request, reply, _payload, _done) => { forward(request, reply, current()) })
  proxy.setNotFoundHandler(() => {})
  proxy.addHook('onReady', async () => { await current().ready() })
  // The worlds end first, so that what waits in them is answered before the connections are closed.
  proxy.addHook('preClose', async () => { await current().close() })
  return proxy
}
