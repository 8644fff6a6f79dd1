import Fastify, { LogController } from 'fastify';
import { passOn } from "../apis/pass-on.js";
/** Makes an app that listens, and leaves every request as it is to the app that is current when it comes. */
export function createShell(current, { log }) {
    const shell = Fastify({
        logger: log === 'silent' ? false : { level: log },
        logController: new LogController({ disableRequestLogging: true }),
        // Whatever a URL is, it is for the other app to say what is wrong with it.
        rewriteUrl: () => '/'
    });
    shell.decorate('contracts', { getter: () => current().contracts });
    // There is no route: each request comes here, on its way to where it would not be found.
    shell.addHook('onRequest', (request, reply, _done) => { passOn(request, reply, current()); });
    shell.setNotFoundHandler(() => { });
    shell.addHook('onReady', async () => { await current().ready(); });
    // The worlds end first, so that what waits in them is answered before the connections are closed.
    shell.addHook('preClose', async () => { await current().close(); });
    return shell;
}
