import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** The scripted replies of a world. */
export declare const stubRoutes: FastifyPluginAsync<AdminOptions>;
