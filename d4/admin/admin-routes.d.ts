import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The admin API: small verbs on nouns, each for the world that the request names. */
export declare const adminRoutes: FastifyPluginAsync<AdminOptions>;
