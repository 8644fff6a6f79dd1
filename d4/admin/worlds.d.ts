import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The worlds of the server, and this one back to its start. */
export declare const worldRoutes: FastifyPluginAsync<AdminOptions>;
