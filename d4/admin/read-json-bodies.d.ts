import type { FastifyInstance } from 'fastify';
/**
 * Reads every body as JSON, whatever it calls itself: clients on a command line often do not say. What JSON parsers disagree on
 * is refused.
 */
export declare function readJsonBodies(app: FastifyInstance): void;
