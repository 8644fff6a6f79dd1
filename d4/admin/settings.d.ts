import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** What is set for a world as a whole. */
export declare const settingsRoutes: FastifyPluginAsync<AdminOptions>;
