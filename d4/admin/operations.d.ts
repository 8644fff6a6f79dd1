import type { FastifyPluginAsync } from 'fastify';
import type { AdminOptions } from './admin-options.ts';
/** What is served, and what it can be made to answer. */
export declare const operationRoutes: FastifyPluginAsync<AdminOptions>;
/** The schema of an operation. */
export declare const OPERATION: {
    $id: string;
};
