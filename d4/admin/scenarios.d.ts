import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** Named cases: those of files, those that tests put, and starting them in a world. */
export declare const scenarioRoutes: FastifyPluginAsync<AdminOptions>;
