import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { forward } from '../apis/forward.ts'
import { createLog } from '../apis/log.ts'
import type { ResolvedOptions } from '../options.ts'

/** Makes an app that listens, and leaves every request as it is to the app that is current when it comes. */
export function createReloadProxy (current: () => FastifyInstance, { log }: ResolvedOptions): FastifyInstance {
  const shell = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    // Whatever a URL is, it is for the other app to say what is wrong with it.
    rewriteUrl: () => '/'
  })
  if (log !== 'silent') shell.log = createLog(log)
  shell.decorate('contracts', { getter: () => current().contracts })
  // There is no route: each request comes here, on its way to where it would not be found.
  shell.addHook('onRequest', (request, reply, _done) => { forward(request, reply, current()) })
  shell.setNotFoundHandler(() => {})
  shell.addHook('onReady', async () => { await current().ready() })
  // The worlds end first, so that what waits in them is answered before the connections are closed.
  shell.addHook('preClose', async () => { await current().close() })
  return shell
}
