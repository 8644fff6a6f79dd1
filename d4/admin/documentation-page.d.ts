import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
/** Makes the handler of the page to try the admin API. The page is built when it is first asked for: few ask, and start-up must not wait for it. */
export declare function lazyDocumentationPage(app: FastifyInstance, document: () => Promise<object>): RouteHandlerMethod;
