import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The callbacks of a world, and what became of them. */
export declare const callbackRoutes: FastifyPluginAsync<AdminOptions>;
