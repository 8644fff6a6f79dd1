import type { FastifyInstance } from 'fastify'
import { forward } from '../apis/forward.ts'
import { createWireApp } from '../apis/wire-app.ts'
import type { AppOptions } from '../server.ts'

/**
 * Creates an app that listens, and forwards every request as it is to the app that is current when it comes.
 */
export function createReloadProxy (current: () => FastifyInstance, options: AppOptions): FastifyInstance {
  // The other app reports what is wrong with a URL.
  const proxy = createWireApp(options, { rewriteUrl: () => '/' })
  proxy.decorate('certificate', options.certificate)
  proxy.decorate('coverage', { getter: () => current().coverage })
  proxy.decorate('contracts', { getter: () => current().contracts })
  // There is no route: a request is forwarded once the hooks `onRequest` have run, before its body is read.
  proxy.addHook('preParsing', (request, reply, _payload, _done) => { forward(request, reply, current()) })
  proxy.setNotFoundHandler(() => {})
  proxy.addHook('onReady', async () => { await current().ready() })
  // The worlds end first, so that what waits in them is answered before the connections are closed.
  proxy.addHook('preClose', async () => { await current().close() })
  return proxy
}
