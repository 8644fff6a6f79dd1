import type { FastifyPluginAsync } from 'fastify';
import type { Api } from './api.ts';
/** Serves the files of resources at the URLs that were given out for them. */
export declare const fileRoutes: FastifyPluginAsync<{
    apis: readonly Api[];
}>;
