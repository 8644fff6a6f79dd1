import Fastify, { LogController } from 'fastify';
import { routableUrl, splitWorldPrefix } from "./world-of.js";
/** Makes an app that takes the URLs of all worlds. */
export function createBaseApp({ bodyLimit, log }) {
    return Fastify({
        bodyLimit,
        logger: false,
        logController: new LogController({ disableRequestLogging: true }),
        // Hardly any request is logged: a logger of its own for each costs more than it tells.
        
        routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
        rewriteUrl: ({ url = '/' }) => routableUrl(splitWorldPrefix(url).url),
        schemaController: { compilersFactory: COMPILERS }
    });
}
/**
 * What routes with schemas get where nothing else is set. The framework's own compilers would take a seventh of the start to load:
 * the one would coerce what is wrong, and the other drop what a schema does not know.
 */
const COMPILERS = {
    buildValidator: () => () => () => { throw new Error('a route with a schema needs a validator of ours'); },
    buildSerializer: () => () => JSON.stringify
};
