import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** Tells that the server answers, and what it serves. It asks for no token, so that whoever watches over the server needs none. */
export declare const healthRoutes: FastifyPluginAsync<Pick<AdminOptions, 'contracts' | 'version'>>;
