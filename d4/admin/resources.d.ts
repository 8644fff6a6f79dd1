import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The resources of a world: seen, seeded, forced into a status. */
export declare const resourceRoutes: FastifyPluginAsync<AdminOptions>;
