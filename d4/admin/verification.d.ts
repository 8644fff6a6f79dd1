import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** Whether the requests of a world were as they should be. */
export declare const verificationRoutes: FastifyPluginAsync<AdminOptions>;
