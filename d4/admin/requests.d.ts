import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The journal of a world: each request with its response. */
export declare const requestRoutes: FastifyPluginAsync<AdminOptions>;
