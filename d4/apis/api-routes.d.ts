import type { FastifyPluginAsync } from 'fastify';
import type { Api } from './api.ts';
/** Serves contracts: one route for each of their operations, and one for the files of their resources. */
export declare const apiRoutes: FastifyPluginAsync<{
    apis: readonly Api[];
}>;
