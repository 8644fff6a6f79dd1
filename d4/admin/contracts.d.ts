import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The contracts that are served. */
export declare const contractRoutes: FastifyPluginAsync<AdminOptions>;
